package no.rodtraad.vacancy;

import com.rometools.rome.feed.atom.Feed;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The open vacancies for feed readers and search engines. */
@RestController
class VacancyFeeds {

    static final String FEED = "/stillinger.atom";
    static final String SITEMAP = "/sitemap.xml";

    private static final CacheControl FOR_A_WHILE =
            CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic();

    /** What only one person, or only the staff, shall see. */
    private static final List<String> NOT_FOR_SEARCH_ENGINES = List.of(
            "/soknad/",
            "/stillinger/*/sok",
            "/saker",
            "/logg-inn",
            "/innboks",
            "/camunda/",
            "/engine-rest/",
            "/actuator/");

    private final VacancySearch search;
    private final Vacancies vacancies;
    private final AtomFeed atom;
    private final PublicAddresses addresses;
    private final Clock clock;

    VacancyFeeds(VacancySearch search, Vacancies vacancies, AtomFeed atom, PublicAddresses addresses, Clock clock) {
        this.search = search;
        this.vacancies = vacancies;
        this.atom = atom;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** Takes the same parameters as the page with the vacancies. */
    @GetMapping(path = FEED, produces = MediaType.APPLICATION_ATOM_XML_VALUE)
    ResponseEntity<Feed> feed(@RequestParam Map<String, String> parameters) {
        VacancySearch.Result result = search.find(parameters);
        return ResponseEntity.ok().cacheControl(FOR_A_WHILE).body(atom.of(result, clock.instant()));
    }

    @GetMapping(path = SITEMAP, produces = MediaType.APPLICATION_XML_VALUE)
    ResponseEntity<byte[]> sitemap() {
        return ResponseEntity.ok().cacheControl(FOR_A_WHILE).body(Sitemap.of(vacancies.open(), addresses));
    }

    @GetMapping(path = "/robots.txt", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> robots() {
        var text = new StringBuilder("User-agent: *\n");
        NOT_FOR_SEARCH_ENGINES.forEach(
                path -> text.append("Disallow: ").append(path).append('\n'));
        text.append("\nSitemap: ").append(addresses.of(SITEMAP)).append('\n');
        return ResponseEntity.ok().cacheControl(FOR_A_WHILE).body(text.toString());
    }
}
