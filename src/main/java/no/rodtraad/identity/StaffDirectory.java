package no.rodtraad.identity;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Employees by user id. */
@Component
public class StaffDirectory {

    private final IdentityService identity;

    StaffDirectory(@Lazy IdentityService identity) {
        this.identity = identity;
    }

    /** First and last name, or the user id where the directory has no name. */
    public String nameOf(String userId) {
        @Nullable User user = identity.createUserQuery().userId(userId).singleResult();
        if (user == null || user.getFirstName() == null) {
            return userId;
        }
        return user.getFirstName() + " " + user.getLastName();
    }

    /** Whoever the engine works for in this thread: a person or program that logged in to the REST API. */
    public Optional<Staff> current() {
        return Optional.ofNullable(identity.getCurrentAuthentication())
                .map(user -> new Staff(
                        user.getUserId(),
                        Objects.requireNonNullElse(user.getGroupIds(), List.of()),
                        Objects.requireNonNullElse(user.getTenantIds(), List.of())));
    }

    public Optional<Member> find(String userId) {
        return Optional.ofNullable(identity.createUserQuery().userId(userId).singleResult())
                .map(StaffDirectory::member);
    }

    /**
     * Whether this is the employee's password. A wrong one counts as a failed login; after too many the engine locks the user
     * for a while, and also the right one is refused.
     */
    public boolean isPassword(String userId, String password) {
        return identity.checkPassword(userId, password);
    }

    /** The employees of a municipality who are in the group, by name. */
    public List<Member> membersOf(String tenantId, String groupId) {
        return identity.createUserQuery().memberOfTenant(tenantId).memberOfGroup(groupId).list().stream()
                .map(StaffDirectory::member)
                .sorted(Comparator.comparing(Member::name).thenComparing(Member::userId))
                .toList();
    }

    /** All employees of a municipality, by name. */
    public List<Member> membersOf(String tenantId) {
        return identity.createUserQuery().memberOfTenant(tenantId).list().stream()
                .map(StaffDirectory::member)
                .sorted(Comparator.comparing(Member::name).thenComparing(Member::userId))
                .toList();
    }

    private static Member member(User user) {
        String name = user.getFirstName() == null ? user.getId() : user.getFirstName() + " " + user.getLastName();
        @Nullable String email = user.getEmail();
        return new Member(user.getId(), name, email == null || email.isBlank() ? null : email);
    }

    /** @param email null where the directory has none */
    public record Member(
            String userId, String name, @Nullable String email) {}
}
