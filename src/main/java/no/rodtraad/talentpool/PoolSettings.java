package no.rodtraad.talentpool;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the talent pool is run.
 *
 * @param consentMonths how long a consent holds before it must be renewed
 * @param renewalDays how many days before that the member is asked
 * @param confirmationDays how long we wait for a new member to confirm the address before what they wrote is deleted
 * @param contacts whom members may ask, by tenant id; a municipality without one has no talent pool
 */
@ConfigurationProperties("rodtraad.talent-pool")
record PoolSettings(
        @DefaultValue("12") int consentMonths,
        @DefaultValue("30") int renewalDays,
        @DefaultValue("7") int confirmationDays,
        @Nullable Map<String, Contact> contacts) {

    /** Tenant ids, sorted. */
    List<String> municipalities() {
        return byTenant().keySet().stream().sorted().toList();
    }

    Contact contact(String tenantId) {
        Contact contact = byTenant().get(tenantId);
        if (contact == null) {
            throw new IllegalArgumentException("The talent pool of %s has no contact".formatted(tenantId));
        }
        return contact;
    }

    private Map<String, Contact> byTenant() {
        return contacts == null ? Map.of() : contacts;
    }

    /** A person or an office, as the mails name it. */
    record Contact(String name, String phone, String email) {}
}
