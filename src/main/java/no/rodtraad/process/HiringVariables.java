package no.rodtraad.process;

import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Every variable the engine may hold: ids, flags and dates. People and what is written about them live in our own tables,
 * where they can be deleted; a form field whose key is not declared here never reaches the engine.
 */
public final class HiringVariables {

    private static final Map<String, ProcessVariable<?>> ALL = new LinkedHashMap<>();

    public static final ProcessVariable<String> CASE_ID = text("caseId");
    public static final ProcessVariable<String> APPLICATION_ID = text("applicationId");
    public static final ProcessVariable<String> MUNICIPALITY = text("municipality");

    public static final ProcessVariable<String> OCCUPATIONAL_GROUP = text("occupationalGroup");
    public static final ProcessVariable<Boolean> TEMPORARY = flag("temporary");
    public static final ProcessVariable<Boolean> PART_TIME = flag("partTime");
    public static final ProcessVariable<Boolean> WORKS_WITH_CHILDREN = flag("worksWithChildren");
    public static final ProcessVariable<Boolean> USER_PARTICIPATION = flag("userParticipation");
    public static final ProcessVariable<Boolean> SHORT_TERM = flag("shortTerm");
    public static final ProcessVariable<String> REQUESTED_VARIANT = text("requestedVariant");
    public static final ProcessVariable<String> VARIANT = text("variant");
    public static final ProcessVariable<String> NEED_PROCESS = text("needProcess");
    public static final ProcessVariable<String> PLAN_PROCESS = text("planProcess");
    public static final ProcessVariable<String> INTERVIEW_PROCESS = text("interviewProcess");
    public static final ProcessVariable<String> DECISION_PROCESS = text("decisionProcess");
    public static final ProcessVariable<String> PROBATION_PROCESS = text("probationProcess");
    public static final ProcessVariable<Boolean> COLLISION = flag("collision");
    public static final ProcessVariable<Boolean> NEEDS_POLICE_CERTIFICATE = flag("needsPoliceCertificate");
    public static final ProcessVariable<Boolean> NEEDS_AUTHORISATION = flag("needsAuthorisation");
    public static final ProcessVariable<Boolean> NEEDS_UNION_DISCUSSION = flag("needsUnionDiscussion");
    public static final ProcessVariable<String> APPROVER_GROUP = text("approverGroup");
    public static final ProcessVariable<String> APPOINTING_GROUP = text("appointingGroup");
    public static final ProcessVariable<String> APPROVAL_OUTCOME = text("approvalOutcome");

    public static final ProcessVariable<String> CHANNELS = text("channels");
    public static final ProcessVariable<String> CHANNEL = text("channel");
    public static final ProcessVariable<Boolean> BY_HAND = flag("byHand");
    public static final ProcessVariable<Boolean> ADVERT_APPROVED = flag("advertApproved");
    public static final ProcessVariable<Date> APPLICATION_DEADLINE = date("applicationDeadline");
    public static final ProcessVariable<Boolean> FEW_APPLICANTS = flag("fewApplicants");
    public static final ProcessVariable<String> FEW_APPLICANTS_CHOICE = text("fewApplicantsChoice");

    public static final ProcessVariable<Boolean> ANY_TO_INTERVIEW = flag("anyToInterview");
    public static final ProcessVariable<Boolean> ANSWER_NOW = flag("answerNow");
    public static final ProcessVariable<Boolean> STATEMENT_GIVEN = flag("statementGiven");
    public static final ProcessVariable<String> APPOINTMENT_OUTCOME = text("appointmentOutcome");

    public static final ProcessVariable<Date> OFFER_DEADLINE = date("offerDeadline");
    public static final ProcessVariable<Boolean> OFFER_ACCEPTED = flag("offerAccepted");
    public static final ProcessVariable<String> NEXT_STEP = text("nextStep");
    public static final ProcessVariable<Boolean> CONTRACT_APPROVED = flag("contractApproved");
    public static final ProcessVariable<Boolean> SIGN_AGAIN = flag("signAgain");
    public static final ProcessVariable<Boolean> SIGNED = flag("signed");
    public static final ProcessVariable<Boolean> HIRED = flag("hired");
    public static final ProcessVariable<Boolean> HIRED_WITHDREW = flag("hiredWithdrew");
    public static final ProcessVariable<Boolean> RECORDS_COMPLETE = flag("recordsComplete");

    public static final ProcessVariable<Date> FIRST_DAY = date("firstDay");
    public static final ProcessVariable<Date> PROBATION_END = date("probationEnd");
    public static final ProcessVariable<String> PROBATION_OUTCOME = text("probationOutcome");

    public static final ProcessVariable<Boolean> EXEMPTION_REQUESTED = flag("exemptionRequested");
    public static final ProcessVariable<Boolean> LIST_RENEWED = flag("listRenewed");
    public static final ProcessVariable<Boolean> SECOND_ROUND = flag("secondRound");
    public static final ProcessVariable<Boolean> REFERENCES_WANTED = flag("referencesWanted");
    public static final ProcessVariable<Boolean> NEGATIVE_FACTS = flag("negativeFacts");
    public static final ProcessVariable<Date> INTERVIEW_AT = date("interviewAt");
    public static final ProcessVariable<Boolean> INTERVIEWED = flag("interviewed");
    public static final ProcessVariable<String> OUTCOME = text("outcome");
    public static final ProcessVariable<String> MESSAGE_CODE = text("messageCode");

    public static final ProcessVariable<String> ANSWER_CODE = text("answerCode");
    public static final ProcessVariable<Boolean> REOPENED = flag("reopened");
    public static final ProcessVariable<Boolean> ANSWERED = flag("answered");

    public static final ProcessVariable<String> POINT = text("point");

    public static final ProcessVariable<String> SURVEY_KIND = text("surveyKind");

    private HiringVariables() {}

    /** By name, in the order of the journey. */
    public static Map<String, ProcessVariable<?>> declared() {
        return Map.copyOf(ALL);
    }

    private static ProcessVariable<String> text(String name) {
        return declare(new ProcessVariable<>(name, String.class));
    }

    private static ProcessVariable<Boolean> flag(String name) {
        return declare(new ProcessVariable<>(name, Boolean.class));
    }

    private static ProcessVariable<Date> date(String name) {
        return declare(new ProcessVariable<>(name, Date.class));
    }

    private static <T> ProcessVariable<T> declare(ProcessVariable<T> variable) {
        ALL.put(variable.name(), variable);
        return variable;
    }
}
