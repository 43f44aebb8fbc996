package no.rodtraad.application;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An offer as the candidate sees it. */
public record OfferView(
        String title,
        int salaryNok,
        int extentPercent,
        LocalDate firstDay,
        @Nullable String terms,
        LocalDate answerBy,
        State state) {

    public enum State {
        OPEN,
        ACCEPTED,
        DECLINED,
        LAPSED
    }
}
