package no.rodtraad.vacancy;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The whole addresses, as others link to us. */
@Component
class PublicAddresses {

    private final String base;

    PublicAddresses(@Value("${rodtraad.public-url:http://localhost:8080}") String publicUrl) {
        this.base = publicUrl.replaceAll("/+$", "");
    }

    /** @param path begins with a slash */
    String of(String path) {
        return base + path;
    }

    String of(Vacancy vacancy) {
        return of(path(vacancy));
    }

    /** The same page for English readers. */
    String inEnglish(String path) {
        return of(Languages.ENGLISH_PATH + path);
    }

    static String path(Vacancy vacancy) {
        return "/stillinger/" + vacancy.slug();
    }
}
