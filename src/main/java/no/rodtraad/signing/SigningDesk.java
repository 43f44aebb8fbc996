package no.rodtraad.signing;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.rodtraad.application.ApplicationInfo;
import no.rodtraad.application.Applications;
import no.rodtraad.capability.Capabilities;
import no.rodtraad.capability.Capability;
import no.rodtraad.capability.CapabilityAdapter;
import no.rodtraad.identity.StaffDirectory;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.RoleHolders;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Takes contracts to the signing service their municipality has chosen, and knows later where each one is. */
@Component
class SigningDesk {

    /** For HR; wants the case's id. */
    static final String ASK_FOR_IDS =
            "Signeringstjenesten trenger fødselsnumrene til kandidaten og lederen. Skriv dem på siden /saker/%s/signer først.";

    private static final String MANAGER = "manager";

    private final ObjectProvider<SigningService> services;
    private final Capabilities capabilities;
    private final SigningJobs jobs;
    private final SigningIdentities identities;
    private final Applications applications;
    private final RoleHolders roles;
    private final StaffDirectory staff;
    private final SigningSettings settings;
    private final Clock clock;

    SigningDesk(
            ObjectProvider<SigningService> services,
            Capabilities capabilities,
            SigningJobs jobs,
            SigningIdentities identities,
            Applications applications,
            RoleHolders roles,
            StaffDirectory staff,
            SigningSettings settings,
            Clock clock) {
        this.services = services;
        this.capabilities = capabilities;
        this.jobs = jobs;
        this.identities = identities;
        this.applications = applications;
        this.roles = roles;
        this.staff = staff;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Begins the signing of a contract with the service that is chosen now; it stays there if another one is chosen later.
     *
     * @throws IllegalStateException with a Norwegian sentence when that service cannot be used
     */
    void start(Contract contract, byte[] pdf) {
        String id = capabilities.adapterOf(contract.caseId().tenantId(), Capability.SIGNING);
        SigningService service = service(id);
        service.unusableBecause().ifPresent(why -> {
            throw new IllegalStateException(why);
        });
        if (lacksNationalIds(contract.caseId(), contract.applicationId())) {
            throw new IllegalStateException(ASK_FOR_IDS.formatted(contract.caseId()));
        }
        jobs.started(contract, service.start(request(contract, pdf)));
        identities.forget(contract.applicationId());
    }

    /** Whether the service that is chosen now must know the signers' national identity numbers. */
    boolean needsNationalIds(CaseId caseId) {
        return service(capabilities.adapterOf(caseId.tenantId(), Capability.SIGNING))
                .needsNationalIds();
    }

    boolean lacksNationalIds(CaseId caseId, ApplicationId applicationId) {
        return needsNationalIds(caseId) && !identities.areKept(applicationId);
    }

    Optional<SigningJobRef> jobOf(Contract contract) {
        return jobs.of(contract);
    }

    /** Whether the contract is signed on our own pages, with us, or in another way. */
    boolean isSignedBy(Contract contract, String serviceId) {
        return jobs.of(contract)
                .map(SigningJobRef::service)
                .filter(serviceId::equals)
                .isPresent();
    }

    boolean isOnPaper(Contract contract) {
        return isSignedBy(contract, CapabilityAdapter.MANUAL);
    }

    byte[] fetch(Contract contract) {
        SigningJobRef job = jobs.of(contract)
                .orElseThrow(() -> new IllegalStateException("Nobody signs contract " + contract.id()));
        return service(job.service()).fetch(job).pdf();
    }

    /** Tells the service that what everybody has signed is archived; it may be told again. */
    void acknowledgeSigned(Contract contract) {
        jobs.of(contract).stream()
                .flatMap(job -> jobs.unacknowledged(job).stream())
                .forEach(event -> {
                    service(event.job().service()).acknowledge(event);
                    jobs.acknowledged(event);
                });
    }

    /** Nobody shall sign a contract with this applicant. */
    void giveUp(ApplicationId applicationId) {
        identities.forget(applicationId);
    }

    void cancel(Contract contract) {
        jobs.of(contract).ifPresent(job -> service(job.service()).cancel(job));
    }

    SigningService service(String id) {
        return services.stream()
                .filter(service -> service.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "Signeringstjenesten «%s» finnes ikke her. Velg en annen på /saker/oppsett.".formatted(id)));
    }

    List<SigningService> all() {
        return services.orderedStream().toList();
    }

    private SigningRequest request(Contract contract, byte[] pdf) {
        CaseId caseId = contract.caseId();
        ApplicationInfo candidate = applications.get(contract.applicationId());
        Map<Party, NationalId> ids = identities.of(contract.applicationId());
        return new SigningRequest(
                contract.id().toString(),
                caseId.tenantId(),
                "Arbeidsavtale i sak " + caseId.caseNumber(),
                "Les avtalen før du signerer. Ta kontakt med kommunen hvis noe er uklart eller feil.",
                pdf,
                List.of(
                        new Signer(1, Party.CANDIDATE, ids.get(Party.CANDIDATE), candidate.email(), candidate.phone()),
                        new Signer(2, Party.EMPLOYER, ids.get(Party.EMPLOYER), managersMail(caseId), null)),
                clock.instant().plus(settings.deadline()));
    }

    /** Of the one who holds the role in the case, or of the first who may. */
    private String managersMail(CaseId caseId) {
        return roles.holderOf(caseId, MANAGER)
                .flatMap(staff::find)
                .or(() -> staff.membersOf(caseId.tenantId(), MANAGER).stream()
                        .filter(member -> member.email() != null)
                        .findFirst())
                .map(StaffDirectory.Member::email)
                .orElse("");
    }
}
