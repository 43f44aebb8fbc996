package no.rodtraad.document;

import java.util.Map;

/** Makes PDF/A-2A documents that are also PDF/UA-1 from Thymeleaf templates. */
public interface PdfRenderer {

    /**
     * @param template name under {@code templates/documents/}, e.g. {@code employment-contract}
     * @return the PDF
     */
    byte[] render(String template, Map<String, Object> model);
}
