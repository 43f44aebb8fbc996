package no.rodtraad.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.rodtraad.document.Documents;
import no.rodtraad.document.Documents.StoredDocument;
import no.rodtraad.document.PdfRenderer;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.Municipalities;
import no.rodtraad.process.OsloTime;
import no.rodtraad.vacancy.Vacancies;
import no.rodtraad.vacancy.Vacancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The lists of applicants, in numbered versions: the one anyone may ask for (offentleglova § 25) and the fuller one for
 * the applicants themselves (forvaltningslovforskriften, FOR-2006-12-15-1456, § 15). Check both with Lovdata before use.
 * Whoever is exempt from the public list is not named in the other one either.
 */
@Service
public class ApplicantLists {

    public enum Kind {
        PUBLIC("Offentlig søkerliste", "offentlig-sokerliste"),
        EXTENDED("Utvidet søkerliste", "utvidet-sokerliste");

        private final String title;
        private final String fileName;

        Kind(String title, String fileName) {
            this.title = title;
            this.fileName = fileName;
        }

        public String title() {
            return title;
        }
    }

    private final JdbcClient jdbc;
    private final Applications applications;
    private final Vacancies vacancies;
    private final Municipalities municipalities;
    private final Documents documents;
    private final PdfRenderer pdf;
    private final Clock clock;

    ApplicantLists(
            JdbcClient jdbc,
            Applications applications,
            Vacancies vacancies,
            Municipalities municipalities,
            Documents documents,
            PdfRenderer pdf,
            Clock clock) {
        this.jdbc = jdbc;
        this.applications = applications;
        this.vacancies = vacancies;
        this.municipalities = municipalities;
        this.documents = documents;
        this.pdf = pdf;
        this.clock = clock;
    }

    /**
     * One version of a list.
     *
     * @param number from 1
     * @param applicants all who had applied and not withdrawn, also those the list does not name
     * @param others have not said that they are women or men
     */
    public record Version(
            Kind kind, int number, UUID document, Instant createdAt, int applicants, int women, int men, int others) {}

    /** Newest first, the public ones before the others. */
    public List<Version> versions(CaseId caseId) {
        return jdbc.sql("""
                        select * from applicant_lists where case_id = :case
                        order by kind desc, version desc
                        """)
                .param("case", caseId.value())
                .query(ApplicantLists::version)
                .list();
    }

    /**
     * Makes a new version, unless the newest one says the same already.
     *
     * @return whether there is a new version
     */
    @Transactional
    boolean create(CaseId caseId, Kind kind) {
        applications.lockCase(caseId);
        Optional<Version> newest = newest(caseId, kind);
        if (newest.isPresent() && saysTheSame(newest.get(), caseId, kind)) {
            return false;
        }
        int number = newest.map(version -> version.number() + 1).orElse(1);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        ListContent said = content(caseId);
        byte[] content = pdf.render("applicant-list", caseId, model(caseId, kind, number, now, said));
        UUID document = documents.add(
                caseId,
                null,
                "APPLICANT_LIST",
                "%s-v%d.pdf".formatted(kind.fileName, number),
                "application/pdf",
                content);
        jdbc.sql("""
                        insert into applicant_lists (case_id, tenant_id, kind, version, document_id, created_at,
                          applicants, women, men, others)
                        values (:case, :tenant, :kind, :version, :document, :now, :applicants, :women, :men, :others)
                        """)
                .param("case", caseId.value())
                .param("tenant", caseId.tenantId())
                .param("kind", kind.name())
                .param("version", number)
                .param("document", document)
                .param("now", Applications.utc(now))
                .param("applicants", said.applicants())
                .param("women", said.women())
                .param("men", said.men())
                .param("others", said.others())
                .update();
        return true;
    }

    boolean exists(CaseId caseId, Kind kind) {
        return newest(caseId, kind).isPresent();
    }

    Optional<StoredDocument> newestDocument(CaseId caseId, Kind kind) {
        return newest(caseId, kind).flatMap(version -> documents.find(version.document()));
    }

    /** A document made again with the old number and date is the old document if nothing else has changed. */
    private boolean saysTheSame(Version version, CaseId caseId, Kind kind) {
        byte[] again = pdf.render(
                "applicant-list", caseId, model(caseId, kind, version.number(), version.createdAt(), content(caseId)));
        return documents
                .find(version.document())
                .filter(document -> Arrays.equals(document.content(), again))
                .isPresent();
    }

    private Optional<Version> newest(CaseId caseId, Kind kind) {
        return jdbc.sql("""
                        select * from applicant_lists
                        where case_id = :case and kind = :kind order by version desc limit 1
                        """)
                .param("case", caseId.value())
                .param("kind", kind.name())
                .query(ApplicantLists::version)
                .optional();
    }

    private static Version version(ResultSet row, int number) throws SQLException {
        return new Version(
                Kind.valueOf(row.getString("kind")),
                row.getInt("version"),
                row.getObject("document_id", UUID.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getInt("applicants"),
                row.getInt("women"),
                row.getInt("men"),
                row.getInt("others"));
    }

    private ListContent content(CaseId caseId) {
        return ListContent.of(applications.ofCase(caseId), vacancies.get(caseId).applicationDeadline());
    }

    private Map<String, Object> model(CaseId caseId, Kind kind, int number, Instant at, ListContent content) {
        Vacancy vacancy = vacancies.get(caseId);
        var model = new HashMap<String, Object>();
        model.put("publicList", kind == Kind.PUBLIC);
        model.put("title", kind.title());
        model.put("vacancy", vacancy);
        model.put("municipality", municipalities.get(caseId.tenantId()).name());
        model.put("caseNumber", caseId.caseNumber());
        model.put("deadline", OsloTime.date(vacancy.applicationDeadline()));
        model.put("version", number);
        model.put("made", OsloTime.date(OsloTime.dayOf(at)));
        model.put("documentDate", at);
        model.put("list", content);
        return model;
    }

    /** What a list says. */
    record ListContent(List<Line> lines, int applicants, int women, int men, int others, int leftOut, int undecided) {

        record Line(String name, int age, String jobTitle, String municipality, String education, String experience) {}

        static ListContent of(List<ApplicationInfo> all, java.time.LocalDate deadline) {
            List<ApplicationInfo> applied =
                    all.stream().filter(one -> !one.withdrawn()).toList();
            List<ApplicationInfo> shown = applied.stream()
                    .filter(one -> !one.exemptionPending())
                    .filter(one -> !Boolean.TRUE.equals(one.exemptionGranted()))
                    .toList();
            int undecided = (int)
                    applied.stream().filter(ApplicationInfo::exemptionPending).count();
            return of(applied, shown, undecided, deadline);
        }

        private static ListContent of(
                List<ApplicationInfo> applied,
                List<ApplicationInfo> shown,
                int undecided,
                java.time.LocalDate deadline) {
            return new ListContent(
                    shown.stream()
                            .sorted(java.util.Comparator.comparing(ApplicationInfo::applicantName))
                            .map(one -> new Line(
                                    one.applicantName(),
                                    deadline.getYear() - one.birthYear(),
                                    one.jobTitle(),
                                    one.municipality(),
                                    one.education(),
                                    one.experience()))
                            .toList(),
                    applied.size(),
                    count(applied, Gender.FEMALE),
                    count(applied, Gender.MALE),
                    count(applied, Gender.OTHER),
                    applied.size() - shown.size() - undecided,
                    undecided);
        }

        private static int count(List<ApplicationInfo> applications, Gender gender) {
            return (int)
                    applications.stream().filter(one -> one.gender() == gender).count();
        }
    }
}
