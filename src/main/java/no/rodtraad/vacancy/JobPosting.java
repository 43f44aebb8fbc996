package no.rodtraad.vacancy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Serial;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.rodtraad.process.Municipalities.Municipality;
import no.rodtraad.process.OsloTime;
import org.jspecify.annotations.Nullable;

/**
 * The vacancy as a schema.org {@code JobPosting} in JSON-LD, with what search engines ask for.
 *
 * @see <a href="https://developers.google.com/search/docs/appearance/structured-data/job-posting">Google's fields</a>
 */
final class JobPosting {

    private static final ObjectMapper JSON = new ObjectMapper();

    static {
        JSON.getFactory().setCharacterEscapes(new InsideHtml());
    }

    private JobPosting() {}

    /** JSON that can stand inside a {@code script} element: no character in it can end or open one. */
    static String of(Vacancy vacancy, Municipality municipality, String address, PublicTexts texts) {
        try {
            return JSON.writeValueAsString(properties(vacancy, municipality, address, texts));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Could not write the job posting of " + vacancy.caseId(), e);
        }
    }

    private static Map<String, Object> properties(
            Vacancy vacancy, Municipality municipality, String address, PublicTexts texts) {
        var posting = new LinkedHashMap<String, Object>();
        posting.put("@context", "https://schema.org/");
        posting.put("@type", "JobPosting");
        posting.put("title", vacancy.title());
        posting.put("description", AdvertSection.html(vacancy, texts));
        posting.put("url", address);
        posting.put(
                "identifier",
                thing(
                        "PropertyValue",
                        "name",
                        municipality.name(),
                        "value",
                        vacancy.caseId().caseNumber()));
        if (vacancy.publishedAt() != null) {
            posting.put("datePosted", OsloTime.dayOf(vacancy.publishedAt()).toString());
        }
        posting.put("validThrough", validThrough(vacancy));
        posting.put("employmentType", employmentTypes(vacancy));
        posting.put("hiringOrganization", thing("Organization", "name", municipality.name()));
        posting.put("jobLocation", place(vacancy, municipality));
        posting.put("totalJobOpenings", vacancy.positions());
        posting.put("directApply", true);
        YearlySalary.in(vacancy.salary()).ifPresent(salary -> posting.put("baseSalary", amount(salary)));
        return posting;
    }

    private static String validThrough(Vacancy vacancy) {
        return DateTimeFormatter.ISO_INSTANT.format(
                vacancy.closesAt().minusSeconds(1).atOffset(ZoneOffset.UTC));
    }

    private static List<String> employmentTypes(Vacancy vacancy) {
        var types = new ArrayList<String>();
        types.add(vacancy.fullTime() ? "FULL_TIME" : "PART_TIME");
        if (vacancy.employmentType() != EmploymentType.PERMANENT) {
            types.add("TEMPORARY");
        }
        return types;
    }

    private static Map<String, Object> place(Vacancy vacancy, Municipality municipality) {
        String locality = municipality.name().replaceFirst("(?i)\\s+kommune$", "");
        return thing(
                "Place",
                "name",
                vacancy.workplace(),
                "address",
                thing("PostalAddress", "addressLocality", locality, "addressCountry", "NO"));
    }

    private static Map<String, Object> amount(YearlySalary salary) {
        Map<String, Object> value = salary.lowest() == salary.highest()
                ? thing("QuantitativeValue", "value", salary.lowest(), "unitText", "YEAR")
                : thing(
                        "QuantitativeValue",
                        "minValue",
                        salary.lowest(),
                        "maxValue",
                        salary.highest(),
                        "unitText",
                        "YEAR");
        return thing("MonetaryAmount", "currency", "NOK", "value", value);
    }

    private static Map<String, Object> thing(String type, Object... namesAndValues) {
        var thing = new LinkedHashMap<String, Object>();
        thing.put("@type", type);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            thing.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return thing;
    }

    private static final class InsideHtml extends CharacterEscapes {

        @Serial
        private static final long serialVersionUID = 1;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] escapes = CharacterEscapes.standardAsciiEscapesForJSON();
            for (char special : new char[] {'<', '>', '&'}) {
                escapes[special] = CharacterEscapes.ESCAPE_STANDARD;
            }
            return escapes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            return null;
        }
    }
}
