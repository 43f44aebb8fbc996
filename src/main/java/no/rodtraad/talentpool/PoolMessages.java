package no.rodtraad.talentpool;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.rodtraad.messaging.MessageSubject;
import no.rodtraad.process.Municipalities;
import no.rodtraad.talentpool.PoolSettings.Contact;
import org.springframework.stereotype.Component;

/** Messages about the membership itself: M00B and M00F. */
@Component
class PoolMessages implements MessageSubject {

    static final String KIND = "POOL";

    private final Members members;
    private final Municipalities municipalities;
    private final PoolSettings settings;
    private final PoolLinks links;

    PoolMessages(Members members, Municipalities municipalities, PoolSettings settings, PoolLinks links) {
        this.members = members;
        this.municipalities = municipalities;
        this.settings = settings;
        this.links = links;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Addressee> addressee(UUID subject) {
        return members.find(subject).map(PoolMessages::addressee);
    }

    static Addressee addressee(Member member) {
        return new Addressee(member.tenantId(), member.name(), member.email(), member.language());
    }

    @Override
    public Map<String, Object> fields(UUID subject) {
        Map<String, Object> fields = new HashMap<>();
        members.find(subject).ifPresent(member -> {
            Contact contact = settings.contact(member.tenantId());
            fields.put("municipalityName", municipalities.get(member.tenantId()).name());
            fields.put("contactName", contact.name());
            fields.put("contactPhone", contact.phone());
            fields.put("contactEmail", contact.email());
            if (member.consentUntil() != null) {
                fields.put("consentUntil", member.consentUntil());
            }
        });
        return fields;
    }

    @Override
    public String newLink(UUID subject) {
        return links.newLinkOf(subject);
    }
}
