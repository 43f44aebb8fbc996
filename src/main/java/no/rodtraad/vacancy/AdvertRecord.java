package no.rodtraad.vacancy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.rodtraad.archive.ArchiveRecord;
import no.rodtraad.archive.RecordSource;
import no.rodtraad.document.PdfRenderer;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.Municipalities;
import no.rodtraad.process.OsloTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The advert as it is archived (D06). */
@Component
class AdvertRecord implements RecordSource {

    private static final Map<String, String> CHANNEL_NAMES = Map.of(
            ChooseChannels.OWN,
            "kommunens egne sider",
            "internal",
            "internt i kommunen",
            "nav",
            "arbeidsplassen.no (NAV)",
            "finn",
            "Finn.no",
            "localPaper",
            "lokalavisen",
            "socialMedia",
            "sosiale medier");

    private final Vacancies vacancies;
    private final Municipalities municipalities;
    private final PublicTexts texts;
    private final PdfRenderer pdf;

    AdvertRecord(Vacancies vacancies, Municipalities municipalities, PublicTexts texts, PdfRenderer pdf) {
        this.vacancies = vacancies;
        this.municipalities = municipalities;
        this.texts = texts;
        this.pdf = pdf;
    }

    @Override
    public Set<String> documentCodes() {
        return Set.of("D06");
    }

    @Override
    public Optional<ArchiveRecord> record(String documentCode, CaseId caseId, @Nullable ApplicationId applicationId) {
        return vacancies.find(caseId).map(vacancy -> {
            String title = "Utlysning – %s, %s".formatted(vacancy.title(), vacancy.workplace());
            byte[] content = pdf.render("advert", caseId, model(vacancy));
            return new ArchiveRecord(
                    title,
                    title,
                    ArchiveRecord.Kind.NOTE,
                    List.of(new ArchiveRecord.File("utlysning.pdf", "application/pdf", content)));
        });
    }

    private Map<String, Object> model(Vacancy vacancy) {
        var model = new HashMap<String, Object>();
        model.put("vacancy", vacancy);
        model.put(
                "municipality", municipalities.get(vacancy.caseId().tenantId()).name());
        model.put("caseNumber", vacancy.caseId().caseNumber());
        model.put("extent", texts.extent(vacancy));
        model.put("deadline", OsloTime.longDate(vacancy.applicationDeadline()));
        if (vacancy.publishedAt() != null) {
            model.put("documentDate", vacancy.publishedAt());
            model.put("published", OsloTime.longDate(OsloTime.dayOf(vacancy.publishedAt())));
        }
        model.put(
                "channels",
                vacancies.channels(vacancy.caseId()).stream()
                        .map(channel -> CHANNEL_NAMES.getOrDefault(channel, channel))
                        .toList());
        return model;
    }
}
