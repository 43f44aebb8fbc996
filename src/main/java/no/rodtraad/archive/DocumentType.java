package no.rodtraad.archive;

import static no.rodtraad.archive.ArchiveRecord.Kind.INCOMING;
import static no.rodtraad.archive.ArchiveRecord.Kind.NOTE;
import static no.rodtraad.archive.ArchiveRecord.Kind.OUTGOING;
import static no.rodtraad.archive.DocumentType.Folder.CASE;
import static no.rodtraad.archive.DocumentType.Folder.PERSONNEL;
import static no.rodtraad.archive.DocumentType.Screening.APPOINTMENT;
import static no.rodtraad.archive.DocumentType.Screening.NONE;
import static no.rodtraad.archive.DocumentType.Screening.PERSONAL;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The archive map: every record a hiring leaves. Kind and screening are proposals to be confirmed by the municipality's
 * archivist.
 */
enum DocumentType {
    D01("Behovsvurdering", NOTE, CASE, NONE, false, List.of("report-need", "assess-need")),
    D02("Avklaring av fortrinnsrett", NOTE, CASE, APPOINTMENT, false, List.of("clarify-preference-rights")),
    D03("Drøftingsreferat", NOTE, CASE, APPOINTMENT, false, List.of("discuss-with-union")),
    D04("Godkjenning av stilling", NOTE, CASE, NONE, false, List.of("approve-position", "check-temporary-basis")),
    D05(
            "Plan for ansettelsen",
            NOTE,
            CASE,
            NONE,
            false,
            List.of(
                    "set-up-plan",
                    "check-staffing-wheel",
                    "gather-teacher-posts",
                    "clarify-rotation",
                    "cover-roles",
                    "arrange-manual-work")),
    D06("Utlysning", NOTE, CASE, NONE, false, List.of("write-advert", "choose-channels")),
    D07("Avgjørelse om videre utlysning", NOTE, CASE, APPOINTMENT, false, List.of("decide-few-applicants")),
    D08("Søknad", INCOMING, CASE, APPOINTMENT, true, List.of()),
    D09(
            "Vurdering av unntak fra offentlig søkerliste",
            OUTGOING,
            CASE,
            PERSONAL,
            true,
            List.of("assess-list-exemption"),
            Set.of("M04")),
    D10("Offentlig søkerliste", NOTE, CASE, NONE, false, List.of()),
    D11("Utvidet søkerliste", NOTE, CASE, APPOINTMENT, false, List.of()),
    D12("Habilitetserklæringer", NOTE, CASE, APPOINTMENT, false, List.of("declare-impartiality")),
    D13("Kvalifikasjonsoversikt", NOTE, CASE, APPOINTMENT, false, List.of("screen-applications")),
    D14("Intervjuliste", NOTE, CASE, APPOINTMENT, false, List.of("confirm-interview-list")),
    D15("Innkalling til intervju", OUTGOING, CASE, APPOINTMENT, true, List.of(), Set.of("M07")),
    D16("Intervjureferat og skåring", NOTE, CASE, APPOINTMENT, true, List.of("hold-interview", "second-interview")),
    D17("Referat fra referansesamtaler", NOTE, CASE, APPOINTMENT, true, List.of("check-references")),
    D18("Kandidatens uttalelse om opplysninger", NOTE, CASE, PERSONAL, true, List.of("hear-candidate")),
    D19(
            "Innstilling",
            NOTE,
            CASE,
            APPOINTMENT,
            false,
            List.of(
                    "write-recommendation",
                    "check-authorisation",
                    "plan-two-rounds",
                    "interpret-test",
                    "give-user-view")),
    D20("Tillitsvalgtes uttalelse", NOTE, CASE, APPOINTMENT, false, List.of("union-statement")),
    D21("Vedtak om ansettelse", NOTE, CASE, APPOINTMENT, false, List.of("decide-appointment", "prepare-board-case")),
    D22("Lønnsfastsettelse", NOTE, PERSONNEL, APPOINTMENT, false, List.of("set-salary")),
    D23("Tilbud om stilling", OUTGOING, CASE, APPOINTMENT, true, List.of("make-offer"), Set.of("M12")),
    D24("Svar på tilbud om stilling", INCOMING, CASE, APPOINTMENT, true, List.of()),
    D25("Arbeidsavtale", OUTGOING, PERSONNEL, PERSONAL, true, List.of()),
    D26("Endelig svar til søker", OUTGOING, CASE, APPOINTMENT, true, List.of("call-with-answer"), Set.of("M06", "M21")),
    D27("Avslutning av ansettelsessaken", NOTE, CASE, NONE, false, List.of("close-advert-part")),
    D28("Plan for oppstart", NOTE, PERSONNEL, PERSONAL, true, List.of("assign-buddy")),
    D29("Oppstartssamtale", NOTE, PERSONNEL, PERSONAL, true, List.of("probation-talk-0")),
    D30("Prøvetidssamtale 1", NOTE, PERSONNEL, PERSONAL, true, List.of("probation-talk-1")),
    D31("Prøvetidssamtale 2", NOTE, PERSONNEL, PERSONAL, true, List.of("probation-talk-2")),
    D32("Prøvetidssamtale 3 og vurdering", NOTE, PERSONNEL, PERSONAL, true, List.of("probation-talk-3")),
    D33("Avgjørelse om prøvetiden", NOTE, PERSONNEL, PERSONAL, true, List.of("decide-probation")),
    D34("Melding om forlengelse av prøvetiden", NOTE, PERSONNEL, PERSONAL, true, List.of("extend-probation")),
    D35("Avslutning av arbeidsforholdet", NOTE, PERSONNEL, PERSONAL, true, List.of("end-employment"));

    enum Folder {
        CASE,
        PERSONNEL
    }

    /** Why the public may not read the record. Confirm with the archivist before use. */
    enum Screening {
        NONE(""),
        APPOINTMENT("offl. § 25 første ledd"),
        PERSONAL("offl. § 13 første ledd, jf. fvl. § 13 første ledd nr. 1");

        private final String legalBasis;

        Screening(String legalBasis) {
            this.legalBasis = legalBasis;
        }

        String legalBasis() {
            return legalBasis;
        }
    }

    private final String title;
    private final ArchiveRecord.Kind kind;
    private final Folder folder;
    private final Screening screening;
    private final boolean aboutOnePerson;
    private final List<String> formKeys;
    private final Set<String> letters;

    DocumentType(
            String title,
            ArchiveRecord.Kind kind,
            Folder folder,
            Screening screening,
            boolean aboutOnePerson,
            List<String> formKeys) {
        this(title, kind, folder, screening, aboutOnePerson, formKeys, Set.of());
    }

    DocumentType(
            String title,
            ArchiveRecord.Kind kind,
            Folder folder,
            Screening screening,
            boolean aboutOnePerson,
            List<String> formKeys,
            Set<String> letters) {
        this.title = title;
        this.kind = kind;
        this.folder = folder;
        this.screening = screening;
        this.aboutOnePerson = aboutOnePerson;
        this.formKeys = formKeys;
        this.letters = letters;
    }

    /** @throws IllegalArgumentException for a code that the archive map does not have */
    static DocumentType of(String code) {
        return find(code)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Arkivkoden «%s» finnes ikke. Bruk en kode fra D01 til D35.".formatted(code)));
    }

    static Optional<DocumentType> find(String code) {
        return Arrays.stream(values()).filter(type -> type.name().equals(code)).findFirst();
    }

    /** For the reader and the public journal; names nobody. */
    String title() {
        return title;
    }

    ArchiveRecord.Kind kind() {
        return kind;
    }

    Folder folder() {
        return folder;
    }

    Screening screening() {
        return screening;
    }

    /** About one applicant or employee, and not about the case as such. */
    boolean isAboutOnePerson() {
        return aboutOnePerson;
    }

    /** About each applicant, however many there are, and not only about the one who gets the position. */
    boolean isForEveryApplicant() {
        return this == D08 || this == D26;
    }

    boolean isInPersonnelFile() {
        return folder == PERSONNEL;
    }

    /** The forms whose answers make the record, where no feature makes it. */
    List<String> formKeys() {
        return formKeys;
    }

    /** The messages that are the letter of the record. */
    Set<String> letters() {
        return letters;
    }
}
