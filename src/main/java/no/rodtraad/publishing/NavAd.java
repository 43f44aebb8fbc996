package no.rodtraad.publishing;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.rodtraad.process.OsloTime;
import no.rodtraad.vacancy.Vacancy;
import org.jspecify.annotations.Nullable;

/**
 * An advert as NAV's stillingsimport reads it. Times are Norwegian and without a zone.
 *
 * @see <a href="https://github.com/navikt/pam-import-api/blob/master/docs/index.md">NAV's description</a>
 */
final class NavAd {

    private static final Pattern POSTAL_CODE = Pattern.compile("\\b(\\d{4})\\s+(\\S.*)$");

    private NavAd() {}

    /** @param employer null where no business unit is set: NAV then goes by name and place */
    static Map<String, Object> of(Advert advert, NavSettings.@Nullable Employer employer, Instant now) {
        Vacancy vacancy = advert.vacancy();
        var ad = new LinkedHashMap<String, Object>();
        ad.put("reference", advert.reference());
        ad.put("positions", vacancy.positions());
        ad.put("title", vacancy.title());
        ad.put("adText", advert.html());
        ad.put("privacy", "SHOW_ALL");
        ad.put("published", local(vacancy.publishedAt() == null ? now : vacancy.publishedAt()));
        ad.put(
                "expires",
                vacancy.applicationDeadline().atTime(LocalTime.of(23, 59, 59)).toString());
        ad.put("contactList", List.of(contact(vacancy)));
        ad.put("locationList", List.of(place(advert)));
        ad.put("employer", employer(advert, employer));
        ad.put("properties", properties(advert));
        ad.put("categoryList", new ArrayList<>());
        return ad;
    }

    private static String local(Instant instant) {
        return LocalDateTime.ofInstant(instant, OsloTime.ZONE)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    private static Map<String, Object> contact(Vacancy vacancy) {
        return Map.of("name", vacancy.contactName(), "email", vacancy.contactEmail(), "phone", vacancy.contactPhone());
    }

    private static Map<String, Object> place(Advert advert) {
        var place = new LinkedHashMap<String, Object>();
        Matcher code = POSTAL_CODE.matcher(advert.municipality().address());
        if (code.find()) {
            place.put("postalCode", code.group(1));
            place.put("city", code.group(2).strip());
        }
        place.put("municipal", advert.municipality().name().replaceFirst("(?i)\\s+kommune$", ""));
        place.put("country", "NORGE");
        return place;
    }

    private static Map<String, Object> employer(Advert advert, NavSettings.@Nullable Employer employer) {
        var described = new LinkedHashMap<String, Object>();
        described.put("reference", advert.vacancy().caseId().tenantId());
        described.put("businessName", advert.municipality().name());
        if (employer != null) {
            described.put("orgnr", employer.organisationNumber());
        }
        described.put("location", place(advert));
        return described;
    }

    private static Map<String, Object> properties(Advert advert) {
        Vacancy vacancy = advert.vacancy();
        var properties = new LinkedHashMap<String, Object>();
        properties.put("sector", "Offentlig");
        properties.put("extent", vacancy.extentPercent() >= 100 ? "Heltid" : "Deltid");
        properties.put("jobpercentage", vacancy.extentPercent() + "%");
        properties.put(
                "engagementtype",
                switch (vacancy.employmentType()) {
                    case PERMANENT -> "Fast";
                    case SUBSTITUTE -> "Vikariat";
                    case TEMPORARY -> "Engasjement";
                });
        properties.put("applicationdue", vacancy.applicationDeadline().toString());
        properties.put("applicationurl", advert.address());
        properties.put("applicationlabel", vacancy.caseId().caseNumber());
        return properties;
    }
}
