package no.rodtraad.document;

import java.util.Map;
import no.rodtraad.process.CaseId;

/** Makes PDF/A-2A documents that are also PDF/UA-1 from Thymeleaf templates. */
public interface PdfRenderer {

    /**
     * Makes one document. The template is well-formed XHTML and takes its head and its first lines from the fragments in
     * {@code layout.html}; {@code ${nb}} writes dates and numbers in Norwegian.
     *
     * @param template name under {@code templates/documents/}, e.g. {@code contract}
     * @param model what the template uses; {@code documentDate} (an {@code Instant}) becomes the date of the PDF. The
     *     same template and model give the same bytes.
     * @return the PDF
     */
    byte[] render(String template, Map<String, Object> model);

    /** The same with the {@link StandingText}s that hold in the case: {@code letterhead}, {@code letterEnd} and {@code contractEnd}. */
    byte[] render(String template, CaseId caseId, Map<String, Object> model);
}
