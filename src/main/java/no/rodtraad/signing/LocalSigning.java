package no.rodtraad.signing;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Both sign on our own pages, see {@link SigningHere}. */
@Component
class LocalSigning extends OwnSigning {

    static final String ID = "local";

    private final LocalAuthority authority;

    LocalSigning(OwnSigningDocuments documents, LocalAuthority authority) {
        super(documents);
        this.authority = authority;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String label() {
        return "Signering i Rød tråd";
    }

    @Override
    public String explanation() {
        return "Kandidaten signerer på sin egen side med en engangskode på e-post, lederen med passordet sitt. Avtalen får"
                + " PAdES-signaturer laget her. Det er ikke BankID og ikke en kvalifisert signatur.";
    }

    @Override
    public Optional<String> unusableBecause() {
        return authority.unusableBecause();
    }
}
