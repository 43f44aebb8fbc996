package no.rodtraad.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TimeZone;
import java.util.logging.Level;
import java.util.regex.Pattern;
import no.rodtraad.process.CaseId;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Makes PDFs that are the same, byte for byte, when template and model are the same: a retried step then makes the
 * document it made before, and a hash says something. The date of the PDF is therefore the model's
 * {@code documentDate} and not the clock's.
 */
@Component
class ThymeleafPdfRenderer implements PdfRenderer {

    private static final String FAMILY = "DejaVu Sans";
    private static final String FONTS = "net/sf/jasperreports/fonts/dejavu/";
    private static final Instant UNDATED = Instant.parse("2000-01-01T00:00:00Z");

    /** What XML 1.0 cannot hold, pasted into a form now and then. */
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final SpringTemplateEngine templates = new SpringTemplateEngine();
    private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    private final Map<String, byte[]> fonts = new LinkedHashMap<>();
    private final PdfGlyphs glyphs;
    private final StandingTexts texts;

    ThymeleafPdfRenderer(StandingTexts texts) {
        this.texts = texts;
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
        ClassLoaderTemplateResolver resolver =
                new ClassLoaderTemplateResolver(ThymeleafPdfRenderer.class.getClassLoader());
        resolver.setPrefix("templates/documents/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        templates.setTemplateResolver(resolver);
        for (String file : new String[] {
            "DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSans-Oblique.ttf", "DejaVuSans-BoldOblique.ttf"
        }) {
            fonts.put(file, read(FONTS + file));
        }
        glyphs = new PdfGlyphs(font("DejaVuSans.ttf"));
    }

    @Override
    public byte[] render(String template, CaseId caseId, Map<String, Object> model) {
        Map<String, Object> all = new LinkedHashMap<>(model);
        texts.of(caseId).forEach((which, text) -> all.put(which.variable(), text));
        return render(template, all);
    }

    @Override
    public byte[] render(String template, Map<String, Object> model) {
        Context context = new Context(java.util.Locale.forLanguageTag("nb-NO"));
        context.setVariable("nb", new Norwegian());
        model.forEach(context::setVariable);
        String html = glyphs.printable(
                NOT_XML.matcher(templates.process(template, context)).replaceAll(""));
        Instant date = model.get("documentDate") instanceof Instant given ? given : UNDATED;
        try {
            return pdf(html, date);
        } catch (IOException e) {
            throw new UncheckedIOException("The document '%s' could not be made".formatted(template), e);
        }
    }

    private byte[] pdf(String html, Instant date) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.withHtmlContent(html, null);
        // a document is made from its template and its data alone; nothing is fetched
        builder.useUriResolver((base, uri) -> null);
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
        builder.useColorProfile(colours);
        builder.withProducer("Rød tråd");
        useFont(builder, "DejaVuSans.ttf", 400, FontStyle.NORMAL);
        useFont(builder, "DejaVuSans-Bold.ttf", 700, FontStyle.NORMAL);
        useFont(builder, "DejaVuSans-Oblique.ttf", 400, FontStyle.ITALIC);
        useFont(builder, "DejaVuSans-BoldOblique.ttf", 700, FontStyle.ITALIC);
        builder.toStream(out);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            PDDocument document = renderer.createPDFKeepOpen();
            out.reset();
            date(document, date);
            document.setDocumentId((long) html.hashCode());
            document.save(out);
        }
        return out.toByteArray();
    }

    private static void date(PDDocument document, Instant date) throws IOException {
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        calendar.setTimeInMillis(date.toEpochMilli());
        document.getDocumentInformation().setCreationDate(calendar);
        document.getDocumentInformation().setModificationDate(calendar);
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
        metadata.importXMPMetadata(XMP_DATE.matcher(xmp)
                .replaceAll("$1" + date.truncatedTo(java.time.temporal.ChronoUnit.SECONDS) + "$2")
                .getBytes(StandardCharsets.UTF_8));
    }

    private static final Pattern XMP_DATE = Pattern.compile("(<xmp:(?:Create|Modify|Metadata)Date>)[^<]*(</)");

    private void useFont(PdfRendererBuilder builder, String file, int weight, FontStyle style) {
        builder.useFont(() -> new ByteArrayInputStream(font(file)), FAMILY, weight, style, true);
    }

    private byte[] font(String file) {
        byte[] font = fonts.get(file);
        if (font == null) {
            throw new IllegalStateException("No font " + file);
        }
        return font;
    }

    private static byte[] read(String path) {
        try (InputStream in = new ClassPathResource(path).getInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The font %s is missing from the class path".formatted(path), e);
        }
    }
}
