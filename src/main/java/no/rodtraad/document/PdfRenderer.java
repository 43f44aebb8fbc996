package no.rodtraad.document;

import java.util.Map;

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
}
