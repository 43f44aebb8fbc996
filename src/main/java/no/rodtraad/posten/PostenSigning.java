package no.rodtraad.posten;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.digipost.signature.client.core.IdentifierInSignedDocuments;
import no.digipost.signature.client.core.OnBehalfOf;
import no.digipost.signature.client.core.Sender;
import no.digipost.signature.client.core.SignatureType;
import no.digipost.signature.client.portal.Notifications;
import no.digipost.signature.client.portal.NotificationsUsingLookup;
import no.digipost.signature.client.portal.PortalDocument;
import no.digipost.signature.client.portal.PortalJob;
import no.digipost.signature.client.portal.PortalJobResponse;
import no.digipost.signature.client.portal.PortalJobStatus;
import no.digipost.signature.client.portal.PortalJobStatusChanged;
import no.digipost.signature.client.portal.PortalSigner;
import no.rodtraad.capability.Capability;
import no.rodtraad.process.Municipalities;
import no.rodtraad.signing.NationalId;
import no.rodtraad.signing.Party;
import no.rodtraad.signing.SignedDocument;
import no.rodtraad.signing.Signer;
import no.rodtraad.signing.SigningEvent;
import no.rodtraad.signing.SigningJobRef;
import no.rodtraad.signing.SigningRequest;
import no.rodtraad.signing.SigningService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Signing at Posten signering, in the portal flow: Posten writes to each signer when it is their turn, and we ask for what has
 * changed. Posten deletes what is signed after 40 days. Cancelling a job gives a {@code Failed} with the code
 * {@code CANCELLED} afterwards.
 */
@Component
class PostenSigning implements SigningService {

    static final String ID = "posten";

    private static final Logger LOG = LoggerFactory.getLogger(PostenSigning.class);
    /** Posten refuses a longer time than this. */
    private static final Duration LONGEST = Duration.ofDays(90);

    private static final Duration KEPT_BY_POSTEN = Duration.ofDays(40);
    private static final int AT_ONCE = 50;

    private final PostenSettings settings;
    private final PostenPortal portal;
    private final OrganisationCertificate certificate;
    private final PostenJobs jobs;
    private final Municipalities municipalities;
    private final Clock clock;

    PostenSigning(
            PostenSettings settings,
            PostenPortal portal,
            OrganisationCertificate certificate,
            PostenJobs jobs,
            Municipalities municipalities,
            Clock clock) {
        this.settings = settings;
        this.portal = portal;
        this.certificate = certificate;
        this.jobs = jobs;
        this.municipalities = municipalities;
        this.clock = clock;
    }

    @Override
    public Capability capability() {
        return Capability.SIGNING;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String label() {
        return "Posten signering";
    }

    @Override
    public String explanation() {
        return "Posten skriver til kandidaten og så til lederen, som signerer med elektronisk ID hos Posten. Kommunen"
                + " betaler for hvert oppdrag og må ha avtale om Digdirs eSignering.";
    }

    @Override
    public Optional<String> unusableBecause() {
        return certificate.problem();
    }

    @Override
    public boolean needsNationalIds() {
        return settings.nationalIds();
    }

    @Override
    public SigningJobRef start(SigningRequest request) {
        return jobs.find(request.key()).map(PostenJob::ref).orElseGet(() -> send(request));
    }

    @Override
    public List<SigningEvent> poll() {
        List<SigningEvent> events = new ArrayList<>();
        for (String tenantId : jobs.tenantsThatWait()) {
            collect(sender(tenantId), events);
        }
        return events;
    }

    @Override
    public SignedDocument fetch(SigningJobRef ref) {
        PostenJob job = known(ref);
        @Nullable URI url = job.signedDocument();
        if (url == null) {
            throw new IllegalStateException("Not everybody has signed job %d at Posten".formatted(job.jobId()));
        }
        if (deletedByPosten(job)) {
            throw new IllegalStateException(
                    "Oppdrag %d ble signert for mer enn 40 dager siden, og Posten har slettet det"
                                    .formatted(job.jobId())
                            + " signerte dokumentet. Be partene om et eksemplar, eller signer på nytt.");
        }
        byte[] pdf = portal.signedDocument(url);
        jobs.fetched(job.reference());
        return new SignedDocument(pdf);
    }

    @Override
    public void acknowledge(SigningEvent event) {
        PostenJob job = known(event.job());
        if (event instanceof SigningEvent.AllSigned && !job.fetched()) {
            throw new IllegalStateException("The signed document of job %d is not fetched".formatted(job.jobId()));
        }
        portal.confirm(URI.create(event.ackHandle()));
        if (isLast(event)) {
            jobs.ended(job.reference());
        }
    }

    @Override
    public void cancel(SigningJobRef ref) {
        jobs.find(ref.id()).ifPresent(job -> {
            if (!portal.cancel(job.cancellation())) {
                LOG.info("Job {} at Posten was over before it could be cancelled", job.jobId());
            }
        });
    }

    private SigningJobRef send(SigningRequest request) {
        List<Signer> inOrder = request.signers().stream()
                .sorted(Comparator.comparingInt(Signer::order))
                .toList();
        PortalJobResponse sent = portal.create(portalJob(request, inOrder));
        jobs.sent(
                request.key(),
                request.tenantId(),
                sent.getSignatureJobId(),
                sent.getCancellationUrl().getUrl(),
                inOrder.stream().map(Signer::party).toList());
        return new SigningJobRef(ID, request.key());
    }

    private PortalJob portalJob(SigningRequest request, List<Signer> inOrder) {
        List<PortalSigner> signers = new ArrayList<>();
        inOrder.forEach(signer -> signers.add(portalSigner(signer, signers.size() + 1)));
        return PortalJob.builder(
                        request.title(),
                        List.of(PortalDocument.builder(request.title(), request.pdf())
                                .build()),
                        signers)
                .withReference(request.key())
                .withSender(sender(request.tenantId()))
                .withNonsensitiveTitle(request.title())
                .withDescription(request.message())
                .withIdentifierInSignedDocuments(IdentifierInSignedDocuments.DATE_OF_BIRTH_AND_NAME)
                .availableFor(timeLeft(request.deadline()))
                .build();
    }

    /** Posten counts the time for each signer from when it is their turn; our own deadline ends the job before that. */
    private Duration timeLeft(Instant deadline) {
        Duration left = Duration.between(clock.instant(), deadline);
        return left.compareTo(LONGEST) > 0 ? LONGEST : left;
    }

    private static PortalSigner portalSigner(Signer signer, int place) {
        return addressed(signer)
                .withOrder(place)
                .withSignatureType(SignatureType.AUTHENTICATED_SIGNATURE)
                .onBehalfOf(signer.party() == Party.EMPLOYER ? OnBehalfOf.OTHER : OnBehalfOf.SELF)
                .build();
    }

    /** Where to write to the candidate, Posten finds in the contact register. For somebody who acts for another it may not. */
    private static PortalSigner.Builder addressed(Signer signer) {
        @Nullable NationalId nationalId = signer.nationalId();
        if (nationalId == null) {
            return addressedByContact(signer);
        }
        if (signer.party() == Party.CANDIDATE) {
            return PortalSigner.identifiedByPersonalIdentificationNumber(
                    nationalId.value(), NotificationsUsingLookup.EMAIL_ONLY);
        }
        if (signer.email().isBlank()) {
            throw nobodyToWriteTo(signer);
        }
        return PortalSigner.identifiedByPersonalIdentificationNumber(
                nationalId.value(),
                Notifications.builder().withEmailTo(signer.email()).build());
    }

    private static IllegalStateException nobodyToWriteTo(Signer signer) {
        return new IllegalStateException("Posten kan ikke skrive til %s: Vi har verken e-postadresse eller mobilnummer."
                .formatted(signer.party() == Party.EMPLOYER ? "den som signerer for kommunen" : "kandidaten"));
    }

    private static PortalSigner.Builder addressedByContact(Signer signer) {
        @Nullable String mobile = signer.mobile();
        if (mobile == null && signer.email().isBlank()) {
            throw nobodyToWriteTo(signer);
        }
        if (mobile == null) {
            return PortalSigner.identifiedByEmail(signer.email());
        }
        return signer.email().isBlank()
                ? PortalSigner.identifiedByMobileNumber(mobile)
                : PortalSigner.identifiedByEmailAndMobileNumber(signer.email(), mobile);
    }

    /** One municipality's trouble must not keep the others waiting. */
    private void collect(Sender sender, List<SigningEvent> events) {
        try {
            for (int asked = 0; asked < AT_ONCE; asked++) {
                Optional<PortalJobStatusChanged> change = portal.nextChange(sender);
                if (change.isEmpty()) {
                    return;
                }
                event(change.get()).ifPresent(events::add);
            }
        } catch (RuntimeException e) {
            LOG.error("Posten signering could not be asked what has changed for {}", sender.getOrganizationNumber(), e);
        }
    }

    private Optional<SigningEvent> event(PortalJobStatusChanged change) {
        Optional<PostenJob> job = jobs.find(change.getReference(), change.getSignatureJobId());
        if (job.isEmpty()) {
            LOG.warn("Job {} at Posten is not ours and is left alone", change.getSignatureJobId());
            return Optional.empty();
        }
        boolean twin = job.get().jobId() != change.getSignatureJobId();
        if (change.is(PortalJobStatus.COMPLETED_SUCCESSFULLY)) {
            completed(job.get(), change, twin);
        } else if (twin) {
            endTwin(change);
            return Optional.empty();
        }
        return Optional.of(new StatusChange(job.get(), change).event());
    }

    private void completed(PostenJob job, PortalJobStatusChanged change, boolean twin) {
        if (twin) {
            LOG.warn("Job {} at Posten was signed instead of its twin {}", change.getSignatureJobId(), job.jobId());
            portal.cancel(job.cancellation());
        }
        jobs.completed(
                job.reference(),
                change.getSignatureJobId(),
                change.getpAdESUrl().getpAdESUrl(),
                new StatusChange(job, change).newest());
    }

    /** Posten got the same contract twice: the answer to the first sending never reached us. */
    private void endTwin(PortalJobStatusChanged change) {
        LOG.warn("Job {} at Posten has a twin and is ended", change.getSignatureJobId());
        if (change.getCancellationUrl() != null) {
            portal.cancel(change.getCancellationUrl().getUrl());
        }
        portal.confirm(change.getConfirmationReference().getConfirmationUrl());
    }

    private boolean deletedByPosten(PostenJob job) {
        return job.completedAt() != null
                && job.completedAt().plus(KEPT_BY_POSTEN).isBefore(clock.instant());
    }

    private static boolean isLast(SigningEvent event) {
        return event instanceof SigningEvent.AllSigned
                || event instanceof SigningEvent.Rejected
                || event instanceof SigningEvent.Expired
                || event instanceof SigningEvent.Failed;
    }

    private PostenJob known(SigningJobRef ref) {
        return jobs.find(ref.id())
                .orElseThrow(() -> new IllegalStateException("Posten has no job for signing " + ref.id()));
    }

    private Sender sender(String tenantId) {
        return portal.sender(municipalities.get(tenantId).organisationNumber());
    }
}
