package no.rodtraad.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.OsloTime;
import no.rodtraad.process.Rehearsal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ClassPathResource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Carries three hirings to the point where their vacancies are published, at the first start of a demo. It answers the
 * forms that the demo's employees would answer, one each time the process has come so far.
 */
@Component
@Profile("demo")
@ConditionalOnProperty(name = "rodtraad.demo.vacancies", matchIfMissing = true)
class DemoVacancies {

    private static final Logger LOG = LoggerFactory.getLogger(DemoVacancies.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String AGREED = "Avklart i demoen, så du kan begynne rett på søknadene.";

    private static final Pattern PLAN_FIELD = Pattern.compile("participantGroups|meetings|\\w+(Holder|Deputy|Planned)");

    private final Rehearsal rehearsal;
    private final Clock clock;
    private final Map<CaseId, Actor> unfinished = new LinkedHashMap<>();

    DemoVacancies(Rehearsal rehearsal, Clock clock) {
        this.rehearsal = rehearsal;
        this.clock = clock;
    }

    /** @param number which of the demo's employees: {@code hr1} or {@code hr2} */
    private record Actor(int number, Map<String, Object> advert) {}

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (rehearsal.hasCases("eksempelvik") || rehearsal.hasCases("provedal")) {
            return;
        }
        report("eksempelvik", 1, "kindergarten-teacher", true);
        report("eksempelvik", 1, "nurse-in-rotation", false);
        report("provedal", 2, "engineer", false);
    }

    private synchronized void report(String tenant, int number, String advertFile, boolean children) {
        Map<String, Object> advert = read(advertFile);
        Map<String, Object> need = new LinkedHashMap<>();
        need.put("title", advert.get("title"));
        need.put("workplace", advert.get("workplace"));
        need.put("occupationalGroup", advert.get("occupationalGroup"));
        need.put("requestedVariant", "ordinary");
        need.put("extentPercent", advert.get("extentPercent"));
        need.put("reason", "replacement");
        need.put("authorisedPost", "Hjemmel 4711");
        need.put("desiredStart", today().plusDays(150).toString());
        need.put("temporary", false);
        need.put("worksWithChildren", children);
        need.put("userParticipation", false);
        need.put("needDescription", "En medarbeider slutter, og tjenesten trenger en ny for å holde bemanningen.");
        unfinished.put(rehearsal.reportNeed(tenant, "manager" + number, need), new Actor(number, advert));
    }

    /** The process's own jobs run in between, so each round takes what has come up since. */
    @Scheduled(fixedDelay = 1_000)
    synchronized void goOn() {
        unfinished.entrySet().removeIf(entry -> {
            Optional<String> step = rehearsal.openStep(entry.getKey());
            step.ifPresent(open -> answer(entry.getKey(), open, entry.getValue()));
            boolean published = step.filter("chooseChannels"::equals).isPresent();
            if (published) {
                LOG.info("Demo: stillingen i sak {} er lyst ut", entry.getKey());
            }
            return published;
        });
    }

    private void answer(CaseId caseId, String step, Actor actor) {
        LocalDate today = today();
        switch (step) {
            case "assessNeed" ->
                submit(
                        caseId,
                        step,
                        "manager" + actor.number(),
                        Map.of(
                                "tasks", "Som i dag, med litt mer ansvar for de nyansatte.",
                                "competence", "Relevant utdanning og erfaring, og trygghet i møte med andre.",
                                "whyNeeded", "Oppgavene er lovpålagte og kan ikke fordeles på de andre.",
                                "extentPercent", actor.advert().getOrDefault("extentPercent", 100),
                                "fullTimeConsidered", true));
            case "clarifyPreferenceRights" ->
                submit(
                        caseId,
                        step,
                        "hr" + actor.number(),
                        Map.of(
                                "redundantConsidered", true,
                                "partTimersConsidered", true,
                                "apprenticeConsidered", true,
                                "conclusion", "Ingen har fortrinnsrett til stillingen."));
            case "coordinateJointAdvert" ->
                submit(caseId, step, "hr" + actor.number(), Map.of("jointAdvert", "no", "coordinationNote", AGREED));
            case "approvePosition" ->
                submit(
                        caseId,
                        step,
                        "budgetOwner" + actor.number(),
                        Map.of("approvalOutcome", "approve", "budgetConfirmed", true, "approvalReason", AGREED));
            case "setUpPlan" -> submit(caseId, step, "hr" + actor.number(), proposedPlan(caseId, actor));
            case "confirmParticipation" -> submit(caseId, step, "hr" + actor.number(), Map.of("roleRead", true));
            case "writeAdvert" -> submit(caseId, step, "manager" + actor.number(), advert(actor, today));
            case "reviewAdvert" -> submit(caseId, step, "hr" + actor.number(), Map.of("advertApproved", true));
            case "chooseChannels" ->
                submit(caseId, step, "hr" + actor.number(), Map.of("channelChoice", List.of("own")));
            default -> throw new IllegalStateException("The demo does not know the step " + step);
        }
    }

    /** HR takes the plan as the form proposes it. */
    private Map<String, Object> proposedPlan(CaseId caseId, Actor actor) {
        Map<String, Object> shown = rehearsal.shown(caseId, "setUpPlan", "hr" + actor.number());
        shown.keySet().removeIf(field -> !PLAN_FIELD.matcher(field).matches());
        return shown;
    }

    private void submit(CaseId caseId, String step, String userId, Map<String, Object> answers) {
        rehearsal.submit(caseId, step, userId, answers);
    }

    private static Map<String, Object> assessment(Actor actor) {
        Object extent = actor.advert().getOrDefault("extentPercent", 100);
        Map<String, Object> assessment = new LinkedHashMap<>();
        assessment.put("tasks", "Som i dag, med litt mer ansvar for de nyansatte.");
        assessment.put("competence", "Relevant utdanning og erfaring, og trygghet i møte med andre.");
        assessment.put("whyNeeded", "Oppgavene er lovpålagte og kan ikke fordeles på de andre.");
        assessment.put("extentPercent", extent);
        assessment.put("fullTimeConsidered", true);
        if (!extent.equals(100)) {
            assessment.put("partTimeReason", "Turnusen går ikke opp med bare hele stillinger på denne avdelingen.");
        }
        return assessment;
    }

    private static Map<String, Object> advert(Actor actor, LocalDate today) {
        Map<String, Object> advert = new LinkedHashMap<>(actor.advert());
        advert.remove("occupationalGroup");
        Object days = advert.remove("applicationDeadlineInDays");
        advert.put(
                "applicationDeadline",
                today.plusDays(days instanceof Number number ? number.longValue() : 21)
                        .toString());
        return advert;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> read(String file) {
        try (InputStream in = new ClassPathResource("demo/adverts/" + file + ".json").getInputStream()) {
            return JSON.readValue(in, Map.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LocalDate today() {
        return OsloTime.dayOf(clock.instant());
    }
}
