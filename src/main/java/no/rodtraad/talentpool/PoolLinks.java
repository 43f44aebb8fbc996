package no.rodtraad.talentpool;

import java.util.UUID;
import no.rodtraad.link.Purpose;
import no.rodtraad.link.SecretLinks;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whole addresses that mails about the talent pool lead to. */
@Component
class PoolLinks {

    private final SecretLinks links;
    private final String publicUrl;

    PoolLinks(SecretLinks links, @Value("${rodtraad.public-url:http://localhost:8080}") String publicUrl) {
        this.links = links;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /** To the member's own page. */
    String newLinkOf(UUID member) {
        return publicUrl + "/interessenter/" + links.create(Purpose.POOL, member);
    }

    String vacancy(String slug) {
        return publicUrl + "/stillinger/" + slug;
    }

    String register() {
        return publicUrl + "/interessenter/ny";
    }
}
