package no.rodtraad.archive;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.rodtraad.document.Norwegian;
import no.rodtraad.document.PdfRenderer;
import no.rodtraad.hiring.CaseAnswers;
import no.rodtraad.hiring.CaseAnswers.Answer;
import no.rodtraad.hiring.CaseAnswers.Submission;
import no.rodtraad.hiring.HiringCases;
import no.rodtraad.hiring.HiringCases.HiringCase;
import no.rodtraad.identity.StaffDirectory;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.Municipalities;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes the records that no feature makes: from what people answered in forms, and from letters. */
@Component
class FormRecords {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}.*");
    private static final Pattern UUID_SHAPE =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final String NO_STATEMENT =
            "Ikke avgitt innen fristen. De tillitsvalgte fikk innstillingen til uttalelse, men ga ingen uttalelse før fristen gikk ut. Saken gikk da videre.";

    private final CaseAnswers answers;
    private final HiringCases cases;
    private final Applicants applicants;
    private final ObjectProvider<LetterSource> letters;
    private final Municipalities municipalities;
    private final StaffDirectory staff;
    private final OptionLabels options;
    private final PdfRenderer pdf;
    private final Norwegian nb = new Norwegian();

    FormRecords(
            CaseAnswers answers,
            HiringCases cases,
            Applicants applicants,
            ObjectProvider<LetterSource> letters,
            Municipalities municipalities,
            StaffDirectory staff,
            OptionLabels options,
            PdfRenderer pdf) {
        this.answers = answers;
        this.cases = cases;
        this.applicants = applicants;
        this.letters = letters;
        this.municipalities = municipalities;
        this.staff = staff;
        this.options = options;
        this.pdf = pdf;
    }

    record Section(String heading, String submittedBy, String submittedAt, List<Line> lines) {}

    record Line(String label, String value) {}

    Optional<ArchiveRecord> make(DocumentType type, CaseId caseId, @Nullable ApplicationId applicationId) {
        List<ArchiveRecord.File> files = new ArrayList<>();
        formRecord(type, caseId, applicationId).ifPresent(files::add);
        if (applicationId != null && !type.letters().isEmpty()) {
            letters.orderedStream()
                    .flatMap(source -> source.newest(applicationId, type.letters()).stream())
                    .max(Comparator.comparing(LetterSource.Letter::writtenAt))
                    .ifPresent(letter -> files.add(letterFile(type, caseId, applicationId, letter)));
        }
        if (files.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ArchiveRecord(title(type, applicationId), type.title(), type.kind(), files));
    }

    private String title(DocumentType type, @Nullable ApplicationId applicationId) {
        return Optional.ofNullable(applicationId)
                .flatMap(applicants::nameOf)
                .map(name -> type.title() + " – " + name)
                .orElse(type.title());
    }

    private Optional<ArchiveRecord.File> formRecord(
            DocumentType type, CaseId caseId, @Nullable ApplicationId applicationId) {
        List<Submission> submissions = type.formKeys().stream()
                .flatMap(form -> submissions(type, caseId, applicationId, form).stream())
                .sorted(Comparator.comparing(Submission::submittedAt))
                .toList();
        boolean noStatement = type == DocumentType.D20
                && submissions.stream().noneMatch(statement -> isAboutNewestRecommendation(caseId, statement));
        if (noStatement) {
            submissions = List.of();
        } else if (submissions.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> model = model(caseId);
        model.put("title", type.title());
        if (applicationId != null) {
            applicants.nameOf(applicationId).ifPresent(name -> model.put("aboutName", name));
        }
        if (noStatement) {
            model.put("notice", NO_STATEMENT);
        }
        model.put("sections", submissions.stream().map(this::section).toList());
        submissions.stream()
                .map(Submission::submittedAt)
                .max(Comparator.naturalOrder())
                .ifPresent(at -> model.put("documentDate", at));
        return Optional.of(file(fileName(type), pdf.render("form-record", caseId, model)));
    }

    private List<Submission> submissions(
            DocumentType type, CaseId caseId, @Nullable ApplicationId applicationId, String form) {
        if (type == DocumentType.D12) {
            return newestOfEachPerson(answers.all(caseId, null, form));
        }
        if (applicationId != null) {
            Optional<Submission> own = answers.newest(caseId, applicationId, form);
            if (own.isPresent()) {
                return own.stream().toList();
            }
            if (type.folder() == DocumentType.Folder.CASE) {
                // what is written about another applicant must not end up here
                return type == DocumentType.D23
                        ? answers.newest(caseId, null, form).stream().toList()
                        : List.of();
            }
        }
        return answers.newest(caseId, null, form).stream().toList();
    }

    private static List<Submission> newestOfEachPerson(List<Submission> oldestFirst) {
        Map<String, Submission> newest = new LinkedHashMap<>();
        oldestFirst.forEach(submission -> newest.put(submission.submittedBy(), submission));
        return List.copyOf(newest.values());
    }

    private boolean isAboutNewestRecommendation(CaseId caseId, Submission statement) {
        return answers.newest(caseId, null, "write-recommendation")
                .map(recommendation -> !statement.submittedAt().isBefore(recommendation.submittedAt()))
                .orElse(true);
    }

    private Section section(Submission submission) {
        return new Section(
                FormTitles.of(submission.formKey()),
                staff.nameOf(submission.submittedBy()),
                nb.time(submission.submittedAt()),
                submission.answers().stream()
                        .map(answer -> new Line(answer.label(), readable(submission.formKey(), answer)))
                        .toList());
    }

    private String readable(String formKey, Answer answer) {
        return readable(formKey, answer.fieldKey(), answer.value());
    }

    private String readable(String formKey, String fieldKey, @Nullable Object value) {
        if (value == null || "".equals(value)) {
            return "–";
        }
        if (value instanceof Boolean flag) {
            return flag ? "Ja" : "Nei";
        }
        if (value instanceof Number number) {
            return nb.number(number).replace("\u00a0", number.longValue() < 10_000 ? "" : "\u00a0");
        }
        if (value instanceof Collection<?> list) {
            return list.stream()
                    .map(element -> readable(formKey, fieldKey, element))
                    .collect(Collectors.joining("\n"));
        }
        if (value instanceof Map<?, ?> row) {
            return row.entrySet().stream()
                    .map(entry -> readable(formKey, String.valueOf(entry.getKey()), entry.getValue()))
                    .collect(Collectors.joining(", "));
        }
        return text(formKey, fieldKey, value.toString());
    }

    private String text(String formKey, String fieldKey, String text) {
        if (DATE.matcher(text).matches()) {
            return nb.date(LocalDate.parse(text));
        }
        if (TIME.matcher(text).matches()) {
            return text.length() > 19 || text.endsWith("Z")
                    ? nb.time(OffsetDateTime.parse(text).toInstant())
                    : nb.time(LocalDateTime.parse(text));
        }
        if (UUID_SHAPE.matcher(text).matches()) {
            return applicants.nameOf(ApplicationId.of(text)).orElse("(slettet søker)");
        }
        return options.label(formKey, fieldKey, text);
    }

    private ArchiveRecord.File letterFile(
            DocumentType type, CaseId caseId, ApplicationId applicationId, LetterSource.Letter letter) {
        Map<String, Object> model = model(caseId);
        model.put("title", type.title());
        model.put("subject", letter.subject());
        model.put("recipient", applicants.nameOf(applicationId).orElse("Søkeren"));
        model.put("sentAt", nb.time(letter.writtenAt()));
        model.put("paragraphs", List.of(letter.body().strip().split("\\R\\s*\\R")));
        model.put("documentDate", letter.writtenAt());
        return file("brev-" + fileName(type), pdf.render("letter", caseId, model));
    }

    private Map<String, Object> model(CaseId caseId) {
        HiringCase hiring = cases.get(caseId);
        Map<String, Object> model = new HashMap<>();
        model.put("municipality", municipalities.get(caseId.tenantId()).name());
        model.put("caseNumber", caseId.caseNumber());
        model.put("caseTitle", "Ansettelse: " + hiring.title() + ", " + hiring.workplace());
        return model;
    }

    private static String fileName(DocumentType type) {
        return FileNames.safe(type.title()) + ".pdf";
    }

    private static ArchiveRecord.File file(String name, byte[] content) {
        return new ArchiveRecord.File(name, "application/pdf", content);
    }
}
