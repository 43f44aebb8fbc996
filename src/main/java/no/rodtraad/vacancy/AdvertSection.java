package no.rodtraad.vacancy;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.util.HtmlUtils;

/** A part of the advert with something in it. */
record AdvertSection(String heading, List<TextBlock> blocks) {

    /** In the order of the page. */
    static List<AdvertSection> of(Vacancy vacancy, PublicTexts texts) {
        return Stream.of(
                        new AdvertSection(texts.get("advert.duties"), TextBlock.of(vacancy.duties())),
                        new AdvertSection(texts.get("advert.requirements"), TextBlock.of(vacancy.requirements())),
                        new AdvertSection(texts.get("advert.qualities"), TextBlock.of(vacancy.qualities())),
                        new AdvertSection(texts.get("advert.weOffer"), TextBlock.of(vacancy.weOffer())),
                        new AdvertSection(texts.get("advert.salary"), TextBlock.of(vacancy.salary())),
                        new AdvertSection(texts.get("advert.aboutUs"), TextBlock.of(vacancy.aboutUs())))
                .filter(section -> !section.blocks().isEmpty())
                .toList();
    }

    /** The whole advert as simple HTML for those who show it elsewhere. */
    static String html(Vacancy vacancy, PublicTexts texts) {
        var html = new StringBuilder(html(TextBlock.of(vacancy.introduction())));
        for (AdvertSection section : of(vacancy, texts)) {
            html.append("<h2>%s</h2>".formatted(HtmlUtils.htmlEscape(section.heading(), "UTF-8")));
            html.append(html(section.blocks()));
        }
        return html.toString();
    }

    private static String html(List<TextBlock> blocks) {
        var html = new StringBuilder();
        for (TextBlock block : blocks) {
            List<String> lines = block.lines().stream()
                    .map(line -> HtmlUtils.htmlEscape(line, "UTF-8"))
                    .toList();
            html.append(
                    block.list()
                            ? "<ul><li>%s</li></ul>".formatted(String.join("</li><li>", lines))
                            : "<p>%s</p>".formatted(String.join("<br>", lines)));
        }
        return html.toString();
    }
}
