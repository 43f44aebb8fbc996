package no.rodtraad.vacancy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.OsloTime;
import org.jspecify.annotations.Nullable;

/** One advertised vacancy. A hiring case has one. */
public record Vacancy(
        CaseId caseId,
        String slug,
        String title,
        String workplace,
        String occupationalGroup,
        int extentPercent,
        int positions,
        EmploymentType employmentType,
        String introduction,
        String duties,
        String requirements,
        @Nullable String qualities,
        String weOffer,
        @Nullable String aboutUs,
        String salary,
        String targetGroup,
        String contactName,
        String contactPhone,
        String contactEmail,
        boolean policeCertificate,
        LocalDate applicationDeadline,
        LocalDate originalDeadline,
        State state,
        @Nullable Instant publishedAt) {

    public enum State {
        DRAFT,
        PUBLISHED,
        CLOSED,
        WITHDRAWN
    }

    /** The moment after which nobody can apply. */
    public Instant closesAt() {
        return OsloTime.endOf(applicationDeadline).toInstant();
    }

    boolean fullTime() {
        return extentPercent >= 100;
    }

    public boolean prolonged() {
        return applicationDeadline.isAfter(originalDeadline);
    }

    /** When the advert last became news: when it was published, or when its first deadline was prolonged. */
    @Nullable
    Instant newsAt() {
        return prolonged() ? OsloTime.endOf(originalDeadline).toInstant() : publishedAt;
    }

    public List<TextBlock> blocks(@Nullable String text) {
        return TextBlock.of(text);
    }
}
