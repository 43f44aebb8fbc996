package no.rodtraad.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import no.rodtraad.virusscan.VirusScan.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;

@DisplayName("En opplastet fil")
class UploadCheckTest {

    static final byte[] PDF = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static final String LIST_OF_TYPES =
            "<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";

    private final UploadCheck check = new UploadCheck(content -> Verdict.CLEAN);

    @Test
    void isRefusedWhenTheVirusScanFindsSomethingOrIsAway() {
        var file = new MockMultipartFile("cv", "cv.pdf", "application/pdf", PDF);
        assertThatThrownBy(() -> new UploadCheck(content -> Verdict.INFECTED).check(file))
                .hasMessage("INFECTED");
        assertThatThrownBy(() -> new UploadCheck(content -> Verdict.UNKNOWN).check(file))
                .hasMessage("NOT_SCANNED");
    }

    @Test
    void isTakenWhenItIsWhatItsNameSays() throws Exception {
        assertType("cv.pdf", PDF, "application/pdf");
        assertType("Bilde.PNG", PNG, "image/png");
        assertType(
                "bilde.jpeg",
                new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F'},
                "image/jpeg");
        assertType(
                "cv.docx",
                docx("wordprocessingml.document.main+xml"),
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        assertType("cv.odt", odt(), "application/vnd.oasis.opendocument.text");
    }

    @Test
    void isRefusedWhenItIsEmpty() {
        assertRefused("cv.pdf", new byte[0], UploadCheck.Problem.EMPTY);
    }

    @Test
    void isRefusedWhenItIsTooLarge() {
        byte[] large = new byte[UploadCheck.LARGEST_BYTES + 1];
        System.arraycopy(PDF, 0, large, 0, PDF.length);
        assertRefused("cv.pdf", large, UploadCheck.Problem.TOO_LARGE);
    }

    @Test
    void isRefusedWhenItIsNotWhatItsNameSays() throws IOException {
        assertRefused(
                "cv.pdf",
                "MZ\u0090\u0000program".getBytes(StandardCharsets.ISO_8859_1),
                UploadCheck.Problem.NOT_WHAT_IT_SAYS);
        assertRefused("cv.pdf", PNG, UploadCheck.Problem.NOT_WHAT_IT_SAYS);
        assertRefused("cv.png.exe", PNG, UploadCheck.Problem.NOT_WHAT_IT_SAYS);
        assertRefused("cv.docx", zip("notes.txt", "hei"), UploadCheck.Problem.NOT_WHAT_IT_SAYS);
        assertRefused("cv.docx", docx("spreadsheetml.sheet.main+xml"), UploadCheck.Problem.NOT_WHAT_IT_SAYS);
        assertRefused("cv.docx", new byte[] {'P', 'K', 3, 4, 1, 2, 3}, UploadCheck.Problem.NOT_WHAT_IT_SAYS);
    }

    @Test
    void isRefusedWhenASmallFileUnpacksToAHugeOne() throws IOException {
        var bomb = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("word/media/bilde.bin"));
            byte[] nothing = new byte[1024 * 1024];
            for (int megabyte = 0; megabyte < 51; megabyte++) {
                zip.write(nothing);
            }
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write(LIST_OF_TYPES.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(bomb.size()).isLessThan(100 * 1024);
        assertRefused("cv.docx", bomb.toByteArray(), UploadCheck.Problem.NOT_WHAT_IT_SAYS);
    }

    @Test
    void isRefusedWhenItIsTwoThingsAtOnce() throws IOException {
        byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        byte[] pageFirst = (new String(page, StandardCharsets.UTF_8) + new String(PDF, StandardCharsets.US_ASCII))
                .getBytes(StandardCharsets.US_ASCII);
        assertRefused("cv.pdf", pageFirst, UploadCheck.Problem.NOT_WHAT_IT_SAYS);
        byte[] program =
                ("MZ\u0090\u0000" + new String(PDF, StandardCharsets.US_ASCII)).getBytes(StandardCharsets.ISO_8859_1);
        assertRefused("cv.pdf", program, UploadCheck.Problem.NOT_WHAT_IT_SAYS);
    }

    @Test
    void isRefusedWhenWeDoNotTakeItsType() throws IOException {
        assertRefused(
                "side.html",
                "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8),
                UploadCheck.Problem.UNKNOWN_TYPE);
        assertRefused("cv.zip", zip("notes.txt", "hei"), UploadCheck.Problem.UNKNOWN_TYPE);
    }

    @Test
    void isNoFileWhenNoneWasChosen() throws Exception {
        assertThat(check.check(new MockMultipartFile("cv", "", null, new byte[0])))
                .isEmpty();
    }

    @Test
    void losesFoldersAndControlCharactersFromItsName() {
        assertThat(UploadCheck.fileName("C:\\Users\\kari\\cv æøå.pdf")).isEqualTo("cv æøå.pdf");
        assertThat(UploadCheck.fileName("../../etc/cv\r\n.pdf")).isEqualTo("cv.pdf");
        assertThat(UploadCheck.fileName("a".repeat(300) + ".pdf")).hasSize(100).endsWith(".pdf");
    }

    private void assertType(String name, byte[] content, String type) throws Exception {
        assertThat(check.check(new MockMultipartFile("cv", name, null, content)))
                .hasValueSatisfying(upload -> assertThat(upload.contentType()).isEqualTo(type));
    }

    private void assertRefused(String name, byte[] content, UploadCheck.Problem problem) {
        assertThatThrownBy(() -> check.check(new MockMultipartFile("cv", name, null, content)))
                .isInstanceOfSatisfying(
                        UploadCheck.Refused.class,
                        refused -> assertThat(refused.problem()).isEqualTo(problem));
    }

    private static byte[] docx(String mainPart) throws IOException {
        return zip("[Content_Types].xml", LIST_OF_TYPES.replace("wordprocessingml.document.main+xml", mainPart));
    }

    private static byte[] odt() throws IOException {
        byte[] type = "application/vnd.oasis.opendocument.text".getBytes(StandardCharsets.US_ASCII);
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            var entry = new ZipEntry("mimetype");
            var crc = new CRC32();
            crc.update(type);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(type.length);
            entry.setCrc(crc.getValue());
            zip.putNextEntry(entry);
            zip.write(type);
            zip.closeEntry();
        }
        return out.toByteArray();
    }

    private static byte[] zip(String name, String content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return out.toByteArray();
    }
}
