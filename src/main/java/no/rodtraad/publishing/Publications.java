package no.rodtraad.publishing;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import no.rodtraad.process.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What each channel shows of each advert. */
@Repository
class Publications {

    private final JdbcClient jdbc;
    private final Clock clock;

    Publications(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The fingerprint of what the channel shows; null when it shows nothing. Nobody else changes it meanwhile. */
    @Nullable
    String shown(CaseId caseId, String channel) {
        return jdbc.sql("""
                        select shown from publications where case_id = :case and channel = :channel for update""")
                .param("case", caseId.value())
                .param("channel", channel)
                .query((row, number) -> new Shown(row.getString("shown")))
                .single()
                .fingerprint();
    }

    private record Shown(@Nullable String fingerprint) {}

    /** One more has applied who came from the channel. Where the advert never was in it, nothing is counted. */
    void countApplicant(CaseId caseId, String channel) {
        jdbc.sql("""
                        update publications set applicants = applicants + 1
                        where case_id = :case and channel = :channel""").param("case", caseId.value()).param("channel", channel).update();
    }

    /** Every channel that was chosen for the advert, in the order of their ids. */
    List<Row> of(CaseId caseId) {
        return jdbc.sql("select * from publications where case_id = :case order by channel")
                .param("case", caseId.value())
                .query((row, number) -> new Row(
                        row.getString("channel"),
                        row.getString("shown") != null,
                        row.getString("note"),
                        row.getInt("applicants")))
                .list();
    }

    record Row(String channel, boolean shown, @Nullable String note, int applicants) {}

    /** @param fingerprint of what it shows from now on; null when it shows nothing any more */
    void shows(CaseId caseId, String channel, @Nullable String fingerprint, String note) {
        jdbc.sql("""
                        update publications set shown = :shown, note = :note, changed_at = :now
                        where case_id = :case and channel = :channel""")
                .param("shown", fingerprint)
                .param("note", note)
                .param("now", Timestamp.from(clock.instant()))
                .param("case", caseId.value())
                .param("channel", channel)
                .update();
    }
}
