package no.rodtraad.vacancy;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import no.rodtraad.process.Municipalities;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** The open vacancies as an Atom feed (RFC 4287), the newest first. */
@Component
class AtomFeed {

    private static final Comparator<Vacancy> NEWEST_FIRST =
            Comparator.comparing(AtomFeed::newsAt).reversed();

    private final Municipalities municipalities;
    private final PublicAddresses addresses;
    private final PublicTexts texts;

    AtomFeed(Municipalities municipalities, PublicAddresses addresses, PublicTexts texts) {
        this.municipalities = municipalities;
        this.addresses = addresses;
        this.texts = texts;
    }

    /** @param now when an empty feed was last changed */
    Feed of(VacancySearch.Result result, Instant now) {
        String self = addresses.of(result.query().address(VacancyFeeds.FEED));
        List<Vacancy> newest = result.found().stream().sorted(NEWEST_FIRST).toList();
        var feed = new Feed("atom_1.0");
        feed.setId(self);
        feed.setTitle(title(result));
        feed.setUpdated(Date.from(newest.isEmpty() ? now : newsAt(newest.get(0))));
        feed.setOtherLinks(List.of(link("self", self, MediaType.APPLICATION_ATOM_XML_VALUE)));
        feed.setAlternateLinks(
                List.of(link("alternate", addresses.of(result.query().address("/")), MediaType.TEXT_HTML_VALUE)));
        feed.setEntries(newest.stream().map(this::entry).toList());
        return feed;
    }

    private String title(VacancySearch.Result result) {
        String narrowed =
                result.active().stream().map(VacancySearch.Active::label).collect(Collectors.joining(", "));
        return narrowed.isEmpty()
                ? texts.get("vacancies.title")
                : "%s: %s".formatted(texts.get("vacancies.title"), xml(narrowed));
    }

    private Entry entry(Vacancy vacancy) {
        String address = addresses.of(vacancy);
        String municipality = municipalities.get(vacancy.caseId().tenantId()).name();
        var entry = new Entry();
        entry.setId(address);
        entry.setTitle(xml("%s, %s".formatted(vacancy.title(), vacancy.workplace())));
        entry.setUpdated(Date.from(newsAt(vacancy)));
        if (vacancy.publishedAt() != null) {
            entry.setPublished(Date.from(vacancy.publishedAt()));
        }
        entry.setAlternateLinks(List.of(link("alternate", address, MediaType.TEXT_HTML_VALUE)));
        entry.setAuthors(List.of(author(municipality)));
        category(vacancy.occupationalGroup(), entry);
        entry.setSummary(content(
                "text",
                texts.get(
                        "feed.summary",
                        municipality,
                        texts.extent(vacancy),
                        texts.date(vacancy.applicationDeadline()))));
        entry.setContents(List.of(content("html", AdvertSection.html(vacancy, texts))));
        return entry;
    }

    private static Instant newsAt(Vacancy vacancy) {
        @Nullable Instant at = vacancy.newsAt();
        return at == null ? Instant.EPOCH : at;
    }

    private static Person author(String name) {
        var author = new Person();
        author.setName(name);
        return author;
    }

    private void category(String occupationalGroup, Entry entry) {
        Arrays.stream(OccupationalGroup.values())
                .filter(group -> group.value().equals(occupationalGroup))
                .forEach(group -> {
                    var category = new Category();
                    category.setTerm(group.value());
                    category.setLabel(texts.occupation(group));
                    entry.setCategories(List.of(category));
                });
    }

    private static Content content(String type, String text) {
        var content = new Content();
        content.setType(type);
        content.setValue(xml(text));
        return content;
    }

    private static Link link(String relation, String address, String type) {
        var link = new Link();
        link.setRel(relation);
        link.setHref(address);
        link.setType(type);
        return link;
    }

    /** Without the characters XML 1.0 has no place for, such as the vertical tab that comes along from Word. */
    private static String xml(String text) {
        return text.codePoints()
                .filter(AtomFeed::isAllowed)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isAllowed(int character) {
        return character >= 0x20
                ? !(character >= 0xD800 && character <= 0xDFFF) && character != 0xFFFE && character != 0xFFFF
                : character == '\t' || character == '\n' || character == '\r';
    }
}
