package no.rodtraad.signing;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.rodtraad.application.Applications;
import no.rodtraad.application.Outcome;
import no.rodtraad.archive.Applicants;
import no.rodtraad.archive.Archive;
import no.rodtraad.archive.ArchiveRecord;
import no.rodtraad.document.Documents;
import no.rodtraad.process.DoneElsewhere;
import no.rodtraad.process.HiringVariables;
import no.rodtraad.process.Journeys;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What signing services tell, from wherever it comes. An event that was taken before changes nothing, one that comes late
 * or before its time does not harm, and what is not understood is kept.
 */
@Service
class SigningInbox {

    private static final Logger LOG = LoggerFactory.getLogger(SigningInbox.class);
    private static final String LATE_KIND = "LATE_SIGNED_CONTRACT";
    private static final String LATE_CODE = "D24";
    private static final String LATE_TITLE = "Arbeidsavtale som ble signert for sent";
    private static final String PDF = "application/pdf";

    private final SigningJobs jobs;
    private final SigningDesk desk;
    private final ContractStore contracts;
    private final Documents documents;
    private final Archive archive;
    private final Applications applications;
    private final Applicants applicants;
    private final Journeys journeys;
    private final DoneElsewhere tasks;

    SigningInbox(
            SigningJobs jobs,
            SigningDesk desk,
            ContractStore contracts,
            Documents documents,
            Archive archive,
            Applications applications,
            Applicants applicants,
            Journeys journeys,
            DoneElsewhere tasks) {
        this.jobs = jobs;
        this.desk = desk;
        this.contracts = contracts;
        this.documents = documents;
        this.archive = archive;
        this.applications = applications;
        this.applicants = applicants;
        this.journeys = journeys;
        this.tasks = tasks;
    }

    /**
     * Takes one event.
     *
     * @return whether the service may be told at once, in a later transaction, that it is dealt with; not before the signed
     *     contract is archived
     */
    @Transactional
    boolean take(SigningEvent event) {
        Optional<Contract> contract =
                jobs.contractOf(event.job()).flatMap(contracts::find).map(this::locked);
        if (contract.isEmpty()) {
            LOG.warn(
                    "{} tells of job {}, which is not ours",
                    event.job().service(),
                    event.job().id());
            return false;
        }
        boolean isNew = jobs.keep(event);
        if (isNew) {
            apply(event, contract.get());
        }
        return !(event instanceof SigningEvent.AllSigned) || jobs.isAcknowledged(event) || isLate(contract.get());
    }

    /** The same contract, after everybody else who works on it has finished. */
    private Contract locked(Contract contract) {
        contracts.lockNewest(contract.applicationId());
        return contracts.find(contract.id()).orElseThrow();
    }

    private void apply(SigningEvent event, Contract contract) {
        if (event instanceof SigningEvent.AllSigned && isLate(contract)) {
            keepLate(contract);
        } else if (event instanceof SigningEvent.AllSigned all) {
            Arrays.stream(Party.values()).forEach(party -> signed(contract, party, all));
        } else if (event instanceof SigningEvent.SignerSigned signed) {
            signed(contract, signed.party(), signed);
        } else if (event instanceof SigningEvent.Rejected rejected) {
            stop(contract, refusedBy(rejected.party()), rejected.reason());
        } else if (event instanceof SigningEvent.Expired) {
            stop(contract, Contract.Stop.Kind.EXPIRED, null);
        } else if (event instanceof SigningEvent.Failed failed) {
            stop(contract, Contract.Stop.Kind.FAILED, failed.code());
        } else if (event instanceof SigningEvent.Unknown unknown) {
            LOG.warn(
                    "{} tells «{}» of job {}, which means nothing here",
                    event.job().service(),
                    unknown.raw(),
                    event.job().id());
        }
    }

    private static boolean isLate(Contract contract) {
        return contract.state() == Contract.State.ABORTED || contract.state() == Contract.State.STOPPED;
    }

    /**
     * Both signed what nobody needs any more. It is not thrown away, and it hires nobody: it is archived in the case with the
     * answers to offers, and not in a personnel file.
     */
    private void keepLate(Contract contract) {
        byte[] signed = desk.fetch(contract);
        String fileName = "arbeidsavtale-%s-signert-for-sent.pdf"
                .formatted(contract.caseId().caseNumber());
        documents.add(contract.caseId(), contract.applicationId(), LATE_KIND, fileName, PDF, signed);
        archive.keep(
                "contract:" + contract.id() + ":late",
                LATE_CODE,
                contract.caseId(),
                contract.applicationId(),
                new ArchiveRecord(
                        LATE_TITLE + " – " + nameOf(contract, Party.CANDIDATE),
                        LATE_TITLE,
                        ArchiveRecord.Kind.INCOMING,
                        List.of(new ArchiveRecord.File(fileName, PDF, signed))));
        LOG.warn("Contract {} was signed after the signing had ended", contract.id());
    }

    private void signed(Contract contract, Party party, SigningEvent event) {
        if (contract.state() != Contract.State.SENT) {
            return;
        }
        contracts.sign(
                contract,
                new Contract.Signature(
                        party,
                        nameOf(contract, party),
                        desk.isOnPaper(contract) ? Contract.Method.ON_PAPER : Contract.Method.SIGNING_SERVICE,
                        event.since(),
                        sha256Of(contract)));
        tell(contract, party);
    }

    /** The same key for each contract and party, so that nobody is told twice. */
    private void tell(Contract contract, Party party) {
        String key = "contract:" + contract.id();
        if (party == Party.EMPLOYER) {
            tasks.finish(
                    key + ":employerSigned",
                    contract.caseId(),
                    "signContract",
                    Map.of("hasRead", true, "actsForMunicipality", true));
            return;
        }
        applications.conclude(contract.applicationId(), Outcome.HIRED);
        journeys.tellCandidate(
                key + ":candidateSigned:" + contract.applicationId(),
                contract.caseId(),
                contract.applicationId(),
                "candidate.signed",
                Map.of(HiringVariables.OUTCOME, Outcome.HIRED.name()));
        journeys.tellCase(key + ":candidateSigned", contract.caseId(), "case.candidateSigned", Map.of());
    }

    private void stop(Contract contract, Contract.Stop.Kind kind, @Nullable String reason) {
        boolean bothSigned = contracts.signatures(contract).size() == Party.values().length;
        if (contract.state() != Contract.State.SENT || bothSigned) {
            return;
        }
        contracts.stop(contract, new Contract.Stop(kind, reason));
        journeys.tellCase("contract:" + contract.id() + ":stopped", contract.caseId(), "case.signingStopped", Map.of());
    }

    private static Contract.Stop.Kind refusedBy(Party party) {
        return party == Party.CANDIDATE ? Contract.Stop.Kind.CANDIDATE_REFUSED : Contract.Stop.Kind.EMPLOYER_REFUSED;
    }

    private String nameOf(Contract contract, Party party) {
        return party == Party.CANDIDATE
                ? applicants.nameOf(contract.applicationId()).orElse("Slettet søker")
                : "Kommunen";
    }

    private String sha256Of(Contract contract) {
        UUID id = contract.documentId();
        return documents
                .find(id)
                .orElseThrow(() -> new IllegalStateException("No document " + id))
                .info()
                .sha256();
    }
}
