package no.rodtraad.messaging;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mail that the demo's server took. HTML is named among the parts and not shown.
 *
 * @param paragraphs the plain text, line by line, each in pieces of text and addresses
 */
record DemoMail(
        int id,
        Instant receivedAt,
        String to,
        String subject,
        List<Header> headers,
        List<List<List<Piece>>> paragraphs,
        List<PartInfo> parts) {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"«»]*[^\\s<>\"«».,;:!?)]");

    static DemoMail of(int id, Instant receivedAt, String recipient, MimeMessage received) throws MessagingException {
        try {
            MimeMessage message = copy(received);
            List<PartInfo> parts = new ArrayList<>();
            List<String> texts = new ArrayList<>();
            collect(message, parts, texts);
            return new DemoMail(
                    id,
                    receivedAt,
                    recipient,
                    subject(message),
                    headers(message),
                    paragraphs(String.join("\n\n", texts)),
                    List.copyOf(parts));
        } catch (IOException e) {
            throw new UncheckedIOException("A mail that was received cannot be read", e);
        }
    }

    private static String subject(MimeMessage message) throws MessagingException {
        @Nullable String subject = message.getSubject();
        return subject == null || subject.isBlank() ? "(uten emne)" : subject;
    }

    private static MimeMessage copy(MimeMessage message) throws MessagingException, IOException {
        var bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        return new MimeMessage(message.getSession(), new ByteArrayInputStream(bytes.toByteArray()));
    }

    private static void collect(Part part, List<PartInfo> parts, List<String> texts)
            throws MessagingException, IOException {
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart multipart) {
            for (int i = 0; i < multipart.getCount(); i++) {
                BodyPart child = multipart.getBodyPart(i);
                collect(child, parts, texts);
            }
            return;
        }
        @Nullable String fileName = part.getFileName();
        parts.add(new PartInfo(
                new ContentType(part.getContentType()).getBaseType(),
                fileName == null ? "" : MimeUtility.decodeText(fileName),
                size(part)));
        if (part.isMimeType("text/plain") && fileName == null) {
            texts.add(part.getContent().toString());
        }
    }

    private static long size(Part part) throws MessagingException, IOException {
        try (InputStream content = part.getInputStream()) {
            return content.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static List<Header> headers(MimeMessage message) throws MessagingException, IOException {
        List<Header> headers = new ArrayList<>();
        for (jakarta.mail.Header header : Collections.list(message.getAllHeaders())) {
            headers.add(new Header(header.getName(), MimeUtility.decodeText(MimeUtility.unfold(header.getValue()))));
        }
        return List.copyOf(headers);
    }

    private static List<List<List<Piece>>> paragraphs(String text) {
        return Pattern.compile("\\R\\s*\\R")
                .splitAsStream(text.strip())
                .map(paragraph -> paragraph.lines().map(DemoMail::pieces).toList())
                .toList();
    }

    private static List<Piece> pieces(String line) {
        List<Piece> pieces = new ArrayList<>();
        Matcher address = ADDRESS.matcher(line);
        int end = 0;
        while (address.find()) {
            pieces.add(new Piece(line.substring(end, address.start()), false));
            pieces.add(new Piece(address.group(), true));
            end = address.end();
        }
        pieces.add(new Piece(line.substring(end), false));
        return pieces.stream().filter(piece -> !piece.text().isEmpty()).toList();
    }

    record Header(String name, String value) {}

    record PartInfo(String type, String fileName, long sizeBytes) {}

    record Piece(String text, boolean link) {}
}
