package no.rodtraad.identity;

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
}
