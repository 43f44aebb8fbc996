package no.rodtraad.survey;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import no.rodtraad.application.ApplicationInfo;
import no.rodtraad.application.Outcome;
import org.jspecify.annotations.Nullable;

/** What a survey is about, and whom it is for. The diagram {@code survey} says when. */
enum SurveyKind {
    /** How it was to read the advert and apply. */
    APPLICATION("M22"),
    /** How it was to wait and to get the answer, or none. */
    REJECTION("M22"),
    ONBOARDING_30("M24"),
    ONBOARDING_90("M24"),
    /** Why somebody leaves within a year. */
    EXIT("M22");

    private static final Set<Outcome> ASKED_ABOUT_THE_ANSWER = Set.of(Outcome.REJECTED, Outcome.CANCELLED);

    private final String messageCode;

    SurveyKind(String messageCode) {
        this.messageCode = messageCode;
    }

    /** Which message of the catalogue invites to it. */
    String messageCode() {
        return messageCode;
    }

    /** For addresses and file names, e.g. {@code onboarding-30}. */
    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static @Nullable SurveyKind find(String slug) {
        return Arrays.stream(values())
                .filter(kind -> kind.slug().equals(slug))
                .findFirst()
                .orElse(null);
    }

    /** Whether the applicant is still one it is for. Whoever has no outcome yet may have been forgotten, and is asked. */
    boolean concerns(ApplicationInfo application) {
        @Nullable Outcome outcome = application.outcome();
        return switch (this) {
            case APPLICATION -> !application.withdrawn();
            case REJECTION -> outcome == null || ASKED_ABOUT_THE_ANSWER.contains(outcome);
            case ONBOARDING_30, ONBOARDING_90, EXIT -> outcome == Outcome.HIRED;
        };
    }
}
