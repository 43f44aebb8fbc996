package no.rodtraad.guardrail.rules;

import static no.rodtraad.guardrail.rules.Step.archives;
import static no.rodtraad.guardrail.rules.Step.call;
import static no.rodtraad.guardrail.rules.Step.event;
import static no.rodtraad.guardrail.rules.Step.service;
import static no.rodtraad.guardrail.rules.Step.task;

import java.util.List;
import java.util.Map;
import no.rodtraad.guardrail.rules.Demand.Always;
import no.rodtraad.guardrail.rules.Demand.Asked;
import no.rodtraad.guardrail.rules.Demand.Before;
import no.rodtraad.guardrail.rules.Demand.OnlyWhen;

/**
 * The promises, process by process. Each process keeps its own and takes those of the processes it calls for given; which
 * process a phase calls is checked for itself. So one diagram can be judged alone, as in the Modeler.
 */
final class Guarantees {

    private static final String CASE = "hiring-case";
    private static final String JOURNEY = "candidate-journey";
    private static final String SIGNING = "contract-signing";

    /** Phases of a hiring case: the id of the step, and the kind of process it must call. */
    static final Map<String, String> PHASES = Map.ofEntries(
            Map.entry("need", "need"),
            Map.entry("plan", "plan"),
            Map.entry("advert", "advert"),
            Map.entry("screening", "screening"),
            Map.entry("interview", "interview"),
            Map.entry("recommendation", "recommendation"),
            Map.entry("decision", "decision"),
            Map.entry("offer", "offer"),
            Map.entry("contractSigning", SIGNING),
            Map.entry("closing", "closing"),
            Map.entry("closingAfterCancel", "closing"),
            Map.entry("onboarding", "onboarding"),
            Map.entry("probation", "probation"),
            Map.entry("answerDelivery", "answer-delivery"),
            Map.entry("candidateInterview", "candidate-interview"),
            Map.entry("candidateOffer", "candidate-offer"),
            Map.entry("applicantLists", "applicant-lists"),
            Map.entry("updatePublicList", "applicant-lists"),
            Map.entry("deadlineWatch", "deadline-watch"));

    /** The decision point that each kind of process works towards, and must watch. */
    static final Map<String, String> WATCHED = Map.of(
            "need",
            "NEED",
            "plan",
            "ADVERT",
            "advert",
            "ADVERT",
            "screening",
            "INTERVIEW",
            "interview",
            "INTERVIEW",
            "recommendation",
            "OFFER",
            "decision",
            "OFFER",
            "offer",
            "OFFER",
            SIGNING,
            "SIGNING");

    /** Where the clock of a decision point starts ({@code startsClock}) and stops ({@code decisionPoint}). */
    static final List<Clock> CLOCKS = List.of(
            new Clock(CASE, "startsClock", "NEED"),
            new Clock("need", "decisionPoint", "NEED"),
            new Clock(CASE, "startsClock", "ADVERT"),
            new Clock("advert", "decisionPoint", "ADVERT"),
            new Clock("advert", "startsClock", "INTERVIEW"),
            new Clock("interview", "decisionPoint", "INTERVIEW"),
            new Clock("interview", "startsClock", "OFFER"),
            new Clock("offer", "decisionPoint", "OFFER"),
            new Clock(CASE, "startsClock", "SIGNING"),
            new Clock(SIGNING, "decisionPoint", "SIGNING"));

    record Clock(String kind, String property, String point) {}

    /** Tasks that HR owns, and in which process. */
    static final Map<String, String> OWNED_BY_HR = Map.of("setUpPlan", "plan", "closeAdvertPart", "closing");

    static final List<Guarantee> ALL = List.of(
            core("G01", "need"),
            core("G01", "advert"),
            core("G01", "interview"),
            core("G01", "offer"),
            new Guarantee("G01", CASE, new Before(call("interview"), "offer")),
            new Guarantee("G01", "advert", new Always(service("publishAdvert", "publishAdvert"), "", Assumption.NONE)),
            new Guarantee(
                    "G01", "advert", new Before(service("publishAdvert", "publishAdvert"), "applicationDeadline")),
            new Guarantee("G01", "interview", new Always(event("interviewsHeld"), "", Assumption.NONE)),
            new Guarantee("G01", "candidate-interview", new Always(task("holdInterview"), "", Assumption.NONE)),
            new Guarantee("G01", "offer", new Always(task("makeOffer"), "", Assumption.NONE)),
            new Guarantee("G01", "offer", new Always(service("sendOffer", "sendOffer"), "makeOffer", Assumption.NONE)),
            new Guarantee("G01", SIGNING, new Before(event("awaitSignatures"), "recordSigning")),
            new Guarantee("G01", SIGNING, new Before(task("signContract"), "recordSigning")),
            journeyAlways("G03", message("sendFinalAnswer", "${answerCode}")),
            journeyAlways("G03", call("answerDelivery")),
            journeyAlways("G03", milestone("reportAnswered", "answered")),
            new Guarantee("G03", JOURNEY, new Before(message("sendFinalAnswer", "${answerCode}"), "reportAnswered")),
            new Guarantee(
                    "G04",
                    JOURNEY,
                    new Always(
                            task("giveFeedback"),
                            "",
                            Assumption.when("${interviewed == true and outcome == 'REJECTED'}"))),
            new Guarantee("G04", JOURNEY, new Always(message("sendFeedback", "M19"), "giveFeedback", Assumption.NONE)),
            new Guarantee(
                    "G04",
                    "candidate-interview",
                    new Always(milestone("reportInterviewHeld", "interviewHeld"), "holdInterview", Assumption.NONE)),
            new Guarantee(
                    "G05",
                    CASE,
                    new Always(
                            call("closing", "closingAfterCancel"), "", Assumption.unless("${hiredWithdrew == true}"))),
            closingAlways(service("releaseCandidates", "releaseCandidates")),
            closingAlways(event("everyoneAnswered")),
            closingAlways(service("checkRecords", "checkRecords")),
            closingAlways(service("closeCase", "closeCase")),
            new Guarantee("G05", "closing", new Before(event("everyoneAnswered"), "closeCase")),
            new Guarantee("G05", "closing", new OnlyWhen("${recordsComplete == true}", "checkRecords", "closeCase")),
            new Guarantee("G06", CASE, new Before(call("need"), "plan")),
            new Guarantee("G06", CASE, new OnlyWhen("${approvalOutcome == 'approve'}", "need", "advert")),
            new Guarantee("G06", CASE, new Before(call("plan"), "advert")),
            new Guarantee("G06", "need", new Always(task("assessNeed"), "", Assumption.NONE)),
            new Guarantee("G06", "need", new Before(task("assessNeed"), "approvePosition")),
            new Guarantee("G06", "need", new Always(task("approvePosition"), "", Assumption.NONE)),
            new Guarantee("G06", "plan", new Always(task("setUpPlan"), "", Assumption.NONE)),
            new Guarantee("G08", CASE, new Before(call("recommendation"), "decision")),
            new Guarantee("G08", CASE, new Before(call("decision"), "offer")),
            new Guarantee("G08", "recommendation", new Asked(task("unionStatement"), "")),
            new Guarantee("G08", "recommendation", new Before(task("writeRecommendation"), "unionStatement")),
            new Guarantee("G08", "decision", new Always(task("decideAppointment"), "", Assumption.NONE)),
            new Guarantee("G09", "advert", new Before(event("applicationDeadline"), "applicantLists")),
            new Guarantee("G09", "advert", new Always(call("applicantLists"), "applicationDeadline", Assumption.NONE)),
            new Guarantee(
                    "G09",
                    "applicant-lists",
                    new Always(service("createPublicList", "createPublicList"), "", Assumption.NONE)),
            new Guarantee(
                    "G09",
                    JOURNEY,
                    new Always(
                            task("assessListExemption"),
                            "sendReceipt",
                            Assumption.when("${exemptionRequested == true}"))),
            new Guarantee("G10", CASE, new Before(call("screening"), "interview")),
            new Guarantee("G10", "screening", new Always(task("declareImpartiality"), "", Assumption.NONE)),
            new Guarantee("G10", "screening", new Before(task("declareImpartiality"), "screenApplications")),
            new Guarantee(
                    "G11", SIGNING, new Before(service("generateContract", "generateContract"), "reviewContract")),
            new Guarantee("G11", SIGNING, new Before(task("reviewContract"), "sendForSigning")),
            new Guarantee(
                    "G11", SIGNING, new OnlyWhen("${contractApproved == true}", "reviewContract", "sendForSigning")),
            new Guarantee("G12", CASE, new Before(call("contractSigning"), "onboarding")),
            new Guarantee("G12", CASE, new OnlyWhen("${signed == true}", "contractSigning", "onboarding")),
            new Guarantee(
                    "G12",
                    SIGNING,
                    new Always(
                            task("policeCertificateShown"),
                            "recordSigning",
                            Assumption.when("${needsPoliceCertificate == true}"))),
            new Guarantee("G12", SIGNING, new Always(archives("D25"), "recordSigning", Assumption.NONE)),
            new Guarantee("G13", CASE, new Always(call("probation"), "onboarding", Assumption.NONE)),
            new Guarantee("G13", "probation", new Before(task("probationTalk1"), "decideProbation")),
            new Guarantee("G13", "probation", new Before(task("probationTalk2"), "decideProbation")),
            new Guarantee("G13", "probation", new Before(task("probationTalk3"), "decideProbation")),
            new Guarantee("G13", "probation", new Always(task("decideProbation"), "", Assumption.NONE)),
            new Guarantee("G13", "probation", new Always(archives("D30"), "probationTalk1", Assumption.NONE)),
            new Guarantee("G13", "probation", new Always(archives("D31"), "probationTalk2", Assumption.NONE)),
            new Guarantee("G13", "probation", new Always(archives("D32"), "probationTalk3", Assumption.NONE)),
            new Guarantee("G13", "probation", new Always(archives("D33"), "decideProbation", Assumption.NONE)));

    /** Promises that are advice. */
    static final List<Guarantee> ADVICE = List.of(
            new Guarantee("G21", "advert", new Before(task("chooseChannels"), "publishAdvert")),
            new Guarantee("G21", "advert", new Before(task("writeAdvert"), "publishAdvert")));

    private Guarantees() {}

    private static Guarantee core(String rule, String phase) {
        return new Guarantee(rule, CASE, new Before(call(phase), "onboarding"));
    }

    private static Guarantee journeyAlways(String rule, Step step) {
        return new Guarantee(rule, JOURNEY, new Always(step, "", Assumption.NONE));
    }

    private static Guarantee closingAlways(Step step) {
        return new Guarantee("G05", "closing", new Always(step, "", Assumption.NONE));
    }

    private static Step message(String id, String code) {
        return service(id, "sendCandidateMessage").with("messageCode", code);
    }

    private static Step milestone(String id, String name) {
        return service(id, "reportMilestone").with("milestone", name);
    }
}
