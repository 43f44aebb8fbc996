package no.rodtraad.signing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;

/** Puts two PDFs of ours after each other; what comes out is still PDF/A and accessible. */
@Component
class PdfJoiner {

    byte[] join(byte[] first, byte[] second) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument joined = Loader.loadPDF(first);
                PDDocument appended = Loader.loadPDF(second)) {
            new PDFMergerUtility().appendDocument(joined, appended);
            joined.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException("The signed contract could not be put together", e);
        }
        return out.toByteArray();
    }
}
