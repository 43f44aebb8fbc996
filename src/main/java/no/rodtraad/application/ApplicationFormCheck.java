package no.rodtraad.application;

import java.beans.PropertyEditorSupport;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.rodtraad.process.OsloTime;
import no.rodtraad.vacancy.PublicTexts;
import no.rodtraad.vacancy.Vacancy;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.multipart.MultipartFile;

/** Reads what applicants fill in and send along, and says in words what is wrong with it. */
@Component
class ApplicationFormCheck {

    static final String CV = "cv";
    static final String ATTACHMENTS = "attachments";

    private static final int YOUNGEST = 15;
    private static final int OLDEST = 85;

    /** In the order of the page, so that the summary of errors reads like the page. */
    private static final List<String> FIELDS = List.of(
            "name",
            "email",
            "phone",
            "birthYear",
            "gender",
            "jobTitle",
            "municipality",
            "education",
            "experience",
            "letter",
            CV,
            ATTACHMENTS,
            Wishes.FIELD,
            "source",
            "language",
            "exemptionReason");

    /** Without these there is nobody to give a draft back to, and a file that is refused must be chosen again. */
    private static final Set<String> NEEDED_FOR_DRAFT = Set.of("name", "email", CV, ATTACHMENTS);

    private static final Set<String> PERSON =
            Set.of("name", "email", "phone", "birthYear", "gender", "jobTitle", "municipality", "language");

    private final UploadCheck uploads;
    private final Wishes wishes;
    private final PublicTexts texts;
    private final Clock clock;
    private final int mostAttachments;

    ApplicationFormCheck(
            UploadCheck uploads,
            Wishes wishes,
            PublicTexts texts,
            Clock clock,
            @Value("${rodtraad.applications.attachments:5}") int mostAttachments) {
        this.uploads = uploads;
        this.wishes = wishes;
        this.texts = texts;
        this.clock = clock;
        this.mostAttachments = mostAttachments;
    }

    /** Lets the form be filled in with these fields only, and without white space around what was typed. */
    static void bind(WebDataBinder binder) {
        var fields = new ArrayList<>(FIELDS);
        fields.add("exemptionWanted");
        fields.add(Wishes.FIELD + "[*]");
        binder.setAllowedFields(fields.toArray(String[]::new));
        binder.registerCustomEditor(String.class, new PropertyEditorSupport() {
            @Override
            public void setAsText(@Nullable String text) {
                setValue(text == null ? "" : text.replace("\u0000", "").strip());
            }
        });
    }

    int mostAttachments() {
        return mostAttachments;
    }

    /** What one field alone cannot tell. */
    void checkTogether(ApplicationForm form, BindingResult result) {
        if (!result.hasFieldErrors("birthYear")) {
            int age = OsloTime.dayOf(clock.instant()).getYear() - Integer.parseInt(form.getBirthYear());
            if (age < YOUNGEST || age > OLDEST) {
                reject(result, "birthYear", text("application.birthYear.invalid"));
            }
        }
        if (form.isExemptionWanted() && form.getExemptionReason().isBlank()) {
            reject(result, "exemptionReason", text("application.exemptionReason.required"));
        }
        if (!form.isExemptionWanted() && !form.getExemptionReason().isBlank()) {
            reject(result, "exemptionReason", text("application.exemptionReason.unticked"));
        }
    }

    /** The CV, where one was chosen and is taken. */
    Optional<Upload> cv(ApplicationForm form, BindingResult result) {
        return upload(CV, form.getCv(), result);
    }

    void cvIsMissing(BindingResult result) {
        if (!result.hasFieldErrors(CV)) {
            reject(result, CV, text("application.cv.required"));
        }
    }

    /**
     * The attachments that are taken.
     *
     * @param kept how many there are already
     */
    List<Upload> attachments(List<MultipartFile> files, int kept, BindingResult result) {
        List<Upload> taken = files.stream()
                .flatMap(file -> upload(ATTACHMENTS, file, result).stream())
                .toList();
        int room = Math.max(0, mostAttachments - kept);
        if (taken.size() <= room) {
            return taken;
        }
        reject(result, ATTACHMENTS, text("application.attachments.many", mostAttachments));
        return taken.subList(0, room);
    }

    private Optional<Upload> upload(String field, @Nullable MultipartFile file, BindingResult result) {
        try {
            return file == null ? Optional.empty() : uploads.check(file);
        } catch (UploadCheck.Refused e) {
            String name = file == null || file.getOriginalFilename() == null
                    ? ""
                    : UploadCheck.fileName(file.getOriginalFilename());
            reject(result, field, text(e.problem().messageKey(), name));
            return Optional.empty();
        }
    }

    /** The first thing wrong with each field, in the order of the page. */
    Map<String, String> problems(BindingResult result) {
        var problems = new LinkedHashMap<String, String>();
        for (String field : FIELDS) {
            result.getFieldErrors(field).stream()
                    .min(Comparator.comparingInt(ApplicationFormCheck::weight))
                    .ifPresent(error -> problems.put(field, texts.get(error)));
        }
        return problems;
    }

    /** Only what keeps a draft from being saved; the rest can wait. */
    Map<String, String> problemsOfDraft(BindingResult result) {
        Map<String, String> problems = problems(result);
        problems.keySet().retainAll(NEEDED_FOR_DRAFT);
        return problems;
    }

    /** Only what is wrong with who the applicant is and how to reach them. */
    Map<String, String> problemsOfPerson(BindingResult result) {
        Map<String, String> problems = problems(result);
        problems.keySet().retainAll(PERSON);
        return problems;
    }

    /** The positions to apply for, the first wish first; none where something is wrong with the wishes. */
    List<Vacancy> wishes(Vacancy own, ApplicationForm form, BindingResult result) {
        Wishes.Chosen chosen = wishes.chosen(own, form);
        chosen.problem().ifPresent(problem -> reject(result, Wishes.FIELD, problem));
        return chosen.inOrder();
    }

    /** Why an application that is filled in as it should be was not taken, by field. */
    Map<String, String> refusal(ReceiveApplication.Refusal refusal, Vacancy own) {
        Vacancy refused = refusal.vacancy();
        boolean isOwn = refused.slug().equals(own.slug());
        return switch (refusal.reason()) {
            case TOO_LATE -> isOwn ? Map.of("form", late(refused)) : Map.of(Wishes.FIELD, wishes.closed(refused));
            case HAS_APPLIED ->
                isOwn
                        ? Map.of("email", text("application.twice", refused.contactName(), refused.contactPhone()))
                        : Map.of(Wishes.FIELD, wishes.twice(refused));
        };
    }

    String late(Vacancy vacancy) {
        return text(
                "application.late",
                texts.date(vacancy.applicationDeadline()),
                vacancy.contactName(),
                vacancy.contactPhone());
    }

    /** That something is missing is said before that it has the wrong shape. */
    private static int weight(FieldError error) {
        return "NotBlank".equals(error.getCode()) ? 0 : 1;
    }

    private static void reject(BindingResult result, String field, String message) {
        result.addError(new FieldError(
                result.getObjectName(), field, result.getRawFieldValue(field), false, null, null, message));
    }

    String text(String key, Object... values) {
        return texts.get(key, values);
    }
}
