package no.rodtraad.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.rodtraad.outbox.Outbox;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sends records to an archive with the Noark 5 interface: case folder, journal entry, document descriptions and files. What
 * is there already is found by our key in its description and not made again, so that an interrupted transfer goes on where
 * it stopped.
 */
@Component
class Noark5Archive implements ArchiveAdapter {

    static final String ID = "noark5";

    private static final String KEY = "Rød tråd: ";
    private static final String DESCRIPTION = "beskrivelse";
    private static final String PERSONNEL_MATTERS = "P";
    private static final String WORDS_OF_TITLE = "TRO";

    private final Noark5Settings settings;
    private final ArchiveReceipts receipts;
    private final ArchiveFolder folder;
    private final Outbox outbox;

    Noark5Archive(Noark5Settings settings, ArchiveReceipts receipts, ArchiveFolder folder, Outbox outbox) {
        this.settings = settings;
        this.receipts = receipts;
        this.folder = folder;
        this.outbox = outbox;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String label() {
        return "Noark 5-arkiv";
    }

    @Override
    public String explanation() {
        return "Dokumentene overføres til arkivsystemet av seg selv, gjennom Noark 5 tjenestegrensesnitt. En sak kan ikke lukkes før arkivet har bekreftet alle.";
    }

    @Override
    public Optional<String> unusableBecause() {
        if (settings.baseUrl() == null) {
            return Optional.of("Driften må først sette adressen til arkivet (rodtraad.archive.noark5.base-url).");
        }
        return settings.caseSeries() == null
                ? Optional.of(
                        "Driften må først si hvilken arkivdel sakene hører til (rodtraad.archive.noark5.case-series).")
                : Optional.empty();
    }

    @Override
    public void accept(ArchivedRecord record) {
        int attempt = receipts.expect(record.externalKey(), ID).attempt();
        outbox.put(new Outbox.Entry(
                "archive:%s:%s:%d".formatted(ID, record.externalKey(), attempt),
                TransferRecord.KIND,
                record.caseId().tenantId(),
                record.caseId().value(),
                null,
                Map.of(TransferRecord.KEY, record.externalKey())));
    }

    /** @return what the archive calls the record, e.g. {@code 2026/12-3} */
    String transfer(ArchivedRecord record) {
        URI baseUrl = settings.baseUrl();
        if (baseUrl == null) {
            throw new ArchiveUnexpected("Adressen til arkivet mangler (rodtraad.archive.noark5.base-url).");
        }
        Arkivmelding message = Arkivmelding.read(folder.read(record.folder(), ArchiveFolder.MESSAGE));
        return new Transfer(new Noark5Server(settings, baseUrl), record, message).run();
    }

    private final class Transfer {

        private final Noark5Server server;
        private final ArchivedRecord record;
        private final Arkivmelding message;

        Transfer(Noark5Server server, ArchivedRecord record, Arkivmelding message) {
            this.server = server;
            this.record = record;
            this.message = message;
        }

        String run() {
            JsonNode caseFolder = caseFolder();
            JsonNode entry = entry(caseFolder);
            correspondent(entry);
            message.documents().forEach(document -> document(entry, document));
            return "%s-%s"
                    .formatted(
                            caseFolder.path("mappeID").asText(),
                            entry.path("journalpostnummer").asText());
        }

        private JsonNode caseFolder() {
            Arkivmelding.Folder wanted = message.folder();
            JsonNode cases = server.follow(server.root(), Noark5Server.CASES);
            return server.find(cases, Noark5Server.CASES + "saksmappe/", withKey(wanted.key()), hasKey(wanted.key()))
                    .orElseGet(() -> server.create(series(), Noark5Server.CASES + "ny-saksmappe/", folderOf(wanted)));
        }

        private Map<String, Object> folderOf(Arkivmelding.Folder wanted) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("tittel", wanted.title());
            object.put("offentligTittel", wanted.publicTitle());
            object.put(DESCRIPTION, KEY + wanted.key());
            object.put("saksstatus", code("B"));
            if (wanted.personnel() && message.legalBasis() != null) {
                object.put("skjerming", screening(message.legalBasis(), "TMO"));
            }
            return object;
        }

        private JsonNode series() {
            String name = wantedSeries();
            JsonNode structure = server.follow(server.root(), Noark5Server.STRUCTURE);
            return server.find(
                            structure,
                            Noark5Server.STRUCTURE + "arkivdel/",
                            null,
                            series -> name.equals(series.path("systemID").asText())
                                    || name.equals(series.path("tittel").asText()))
                    .orElseThrow(() -> new ArchiveUnexpected(
                            "Arkivet har ingen arkivdel «%s». Kontroller rodtraad.archive.noark5.case-series og personnel-series."
                                    .formatted(name)));
        }

        private String wantedSeries() {
            @Nullable String personnel = settings.personnelSeries();
            return message.folder().personnel() && personnel != null
                    ? personnel
                    : String.valueOf(settings.caseSeries());
        }

        private JsonNode entry(JsonNode caseFolder) {
            return server.find(
                            caseFolder,
                            Noark5Server.STRUCTURE + "registrering/",
                            withKey(message.key()),
                            hasKey(message.key()))
                    .orElseGet(() -> server.create(caseFolder, Noark5Server.CASES + "ny-journalpost/", entryOf()));
        }

        /** A note has no type of its own in the interface; it is an internal document that nobody is to follow up. */
        private Map<String, Object> entryOf() {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("tittel", message.title());
            object.put("offentligTittel", message.publicTitle());
            object.put(DESCRIPTION, KEY + message.key());
            object.put("journalposttype", code(message.entryType() == null ? "X" : message.entryType()));
            object.put("journalstatus", code("J"));
            object.put("dokumentetsDato", message.documentDate());
            @Nullable String legalBasis = message.legalBasis();
            if (legalBasis != null) {
                object.put("skjerming", screening(legalBasis, WORDS_OF_TITLE));
            }
            return object;
        }

        private void correspondent(JsonNode entry) {
            Arkivmelding.@Nullable Correspondent wanted = message.correspondent();
            if (wanted == null
                    || server.find(
                                    entry,
                                    Noark5Server.STRUCTURE + "korrespondansepart/",
                                    null,
                                    one -> wanted.name().equals(one.path("navn").asText()))
                            .isPresent()) {
                return;
            }
            server.create(
                    entry,
                    Noark5Server.STRUCTURE + "ny-korrespondansepartperson/",
                    Map.of("korrespondanseparttype", code(wanted.type()), "navn", wanted.name()));
        }

        private void document(JsonNode entry, Arkivmelding.Document wanted) {
            JsonNode description = server.find(
                            entry,
                            Noark5Server.STRUCTURE + "dokumentbeskrivelse/",
                            null,
                            one -> (KEY + wanted.file())
                                    .equals(one.path(DESCRIPTION).asText()))
                    .orElseGet(() -> server.create(
                            entry, Noark5Server.STRUCTURE + "ny-dokumentbeskrivelse/", descriptionOf(wanted)));
            JsonNode object = server.find(
                            description,
                            Noark5Server.STRUCTURE + "dokumentobjekt/",
                            null,
                            one -> wanted.sha256().equals(one.path("sjekksum").asText()))
                    .orElseGet(() -> server.create(
                            description, Noark5Server.STRUCTURE + "ny-dokumentobjekt/", objectOf(wanted)));
            if (!object.hasNonNull("referanseDokumentfil")) {
                upload(object, wanted);
            }
        }

        private void upload(JsonNode object, Arkivmelding.Document wanted) {
            JsonNode stored = server.upload(object, wanted.contentType(), folder.read(record.folder(), wanted.file()));
            if (!wanted.sha256().equals(stored.path("sjekksum").asText())) {
                throw new ArchiveUnexpected(
                        "Arkivet har regnet ut en annen kontrollsum for fil nr. %d enn vår. Filen kan være skadet på veien."
                                .formatted(wanted.number()));
            }
        }

        private static Map<String, Object> descriptionOf(Arkivmelding.Document wanted) {
            return Map.of(
                    "tittel",
                    wanted.title(),
                    DESCRIPTION,
                    KEY + wanted.file(),
                    "dokumenttype",
                    code("B"),
                    "dokumentstatus",
                    code("F"),
                    "tilknyttetRegistreringSom",
                    code(wanted.role()));
        }

        private static Map<String, Object> objectOf(Arkivmelding.Document wanted) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("variantformat", code(wanted.variant()));
            if (wanted.format().startsWith("RA-")) {
                object.put("format", code(wanted.format()));
            }
            object.put("filnavn", wanted.fileName());
            object.put("mimeType", wanted.contentType());
            object.put("sjekksum", wanted.sha256());
            object.put("sjekksumAlgoritme", "SHA-256");
            object.put("filstoerrelse", wanted.size());
            return object;
        }

        private static Map<String, Object> screening(String legalBasis, String hidden) {
            return Map.of(
                    "tilgangsrestriksjon",
                    code(PERSONNEL_MATTERS),
                    "skjermingshjemmel",
                    legalBasis,
                    "skjermingMetadata",
                    List.of(code(hidden)));
        }

        private static Map<String, String> code(String code) {
            return Map.of("kode", code);
        }

        private static String withKey(String key) {
            return "%s eq '%s'".formatted(DESCRIPTION, (KEY + key).replace("'", "''"));
        }

        private static java.util.function.Predicate<JsonNode> hasKey(String key) {
            return one -> (KEY + key).equals(one.path(DESCRIPTION).asText());
        }
    }
}
