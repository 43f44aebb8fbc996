package no.rodtraad.application;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import no.rodtraad.application.CandidatePages.Candidate;
import no.rodtraad.document.Documents;
import no.rodtraad.document.Documents.StoredDocument;
import no.rodtraad.messaging.SentMessages;
import no.rodtraad.process.OsloTime;
import no.rodtraad.vacancy.TextBlock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * A copy of what we have about one candidate, for the candidate: {@code mine-data.html} to read, {@code mine-data.json} for
 * programs, and the files. What others wrote about the candidate is not in it; that is asked for with the right of access,
 * and the copy says how.
 */
@Component
class OwnData {

    private final Applications applications;
    private final Documents documents;
    private final SentMessages messages;
    private final SentTogether together;
    private final ObjectProvider<ContractSigning> contracts;
    private final ITemplateEngine templates;
    private final ObjectMapper json;
    private final Clock clock;

    OwnData(
            Applications applications,
            Documents documents,
            SentMessages messages,
            SentTogether together,
            ObjectProvider<ContractSigning> contracts,
            ITemplateEngine templates,
            ObjectMapper json,
            Clock clock) {
        this.applications = applications;
        this.documents = documents;
        this.messages = messages;
        this.together = together;
        this.contracts = contracts;
        this.templates = templates;
        this.json = json.copy().enable(SerializationFeature.INDENT_OUTPUT);
        this.clock = clock;
    }

    /** The shape of {@code mine-data.json}; times in UTC. */
    record Copy(
            Instant madeAt,
            String municipality,
            String caseNumber,
            String vacancy,
            String workplace,
            Person person,
            Sent application,
            @Nullable Instant interviewAt,
            @Nullable String interviewPlace,
            @Nullable Outcome outcome,
            @Nullable Instant answeredAt,
            @Nullable Wish wish,
            List<String> sentTogetherWith,
            List<Message> messages,
            List<String> files) {}

    record Person(
            String name,
            String email,
            String phone,
            int birthYear,
            Gender gender,
            String jobTitle,
            String municipality,
            String language) {}

    record Sent(
            Instant receivedAt,
            @Nullable Instant correctedAt,
            String education,
            String experience,
            String letter,
            @Nullable String source,
            @Nullable String exemptionReason,
            @Nullable Boolean exemptionGranted,
            @Nullable String exemptionAssessment) {}

    record Message(Instant at, String subject, String text) {

        /** For the page. */
        public String when() {
            return OsloTime.dateAndTime(at);
        }

        public List<TextBlock> blocks() {
            return TextBlock.of(text);
        }
    }

    private record File(String name, byte[] content) {}

    byte[] zip(Candidate candidate) {
        List<File> files = files(candidate);
        Copy copy = copy(candidate, files.stream().map(File::name).toList());
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            put(zip, "mine-data.html", page(copy, candidate).getBytes(StandardCharsets.UTF_8));
            put(zip, "mine-data.json", json.writeValueAsBytes(copy));
            for (File file : files) {
                put(zip, file.name(), file.content());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The copy of application %s cannot be made".formatted(candidate.id()), e);
        }
        return bytes.toByteArray();
    }

    private Copy copy(Candidate candidate, List<String> files) {
        ApplicationInfo application = candidate.application();
        return new Copy(
                clock.instant(),
                candidate.municipality(),
                application.caseId().caseNumber(),
                candidate.vacancy().title(),
                candidate.vacancy().workplace(),
                new Person(
                        application.applicantName(),
                        application.email(),
                        application.phone(),
                        application.birthYear(),
                        application.gender(),
                        application.jobTitle(),
                        application.municipality(),
                        applications.languageOf(application.id()).tag()),
                new Sent(
                        application.receivedAt(),
                        applications.correctedAt(application.id()).orElse(null),
                        application.education(),
                        application.experience(),
                        application.letter(),
                        application.source(),
                        application.exemptionReason(),
                        application.exemptionGranted(),
                        application.exemptionAssessment()),
                application.interviewAt(),
                application.interviewPlace(),
                application.answeredAt() == null && !application.withdrawn() ? null : application.outcome(),
                application.answeredAt(),
                application.wish(),
                together.others(application).stream()
                        .map(other -> "%d. ønske: %s, %s".formatted(other.wish(), other.title(), other.workplace()))
                        .toList(),
                messages.toApplication(application.id()).stream()
                        .map(message -> new Message(message.createdAt(), message.subject(), message.body()))
                        .toList(),
                files);
    }

    private List<File> files(Candidate candidate) {
        Set<String> names = new HashSet<>();
        var files = new java.util.ArrayList<File>();
        for (StoredDocument.Info info : documents.of(candidate.id())) {
            if (ApplicationDocuments.isSentByApplicant(info.kind())) {
                documents
                        .find(info.id())
                        .ifPresent(document ->
                                files.add(new File("filer/" + unique(info.fileName(), names), document.content())));
            }
        }
        contract(candidate, files);
        return files;
    }

    private void contract(Candidate candidate, List<File> files) {
        @Nullable ContractSigning port = contracts.getIfAvailable();
        if (port != null && port.waiting(candidate.id()).isPresent()) {
            port.pdf(candidate.id()).ifPresent(content -> files.add(new File("arbeidsavtale.pdf", content)));
        }
    }

    /** Two files may have the same name; in the copy the second gets a number in front. */
    private static String unique(String name, Set<String> taken) {
        String free = name;
        for (int number = 2; !taken.add(free.toLowerCase(Locale.ROOT)); number++) {
            free = number + "-" + name;
        }
        return free;
    }

    private String page(Copy copy, Candidate candidate) {
        return templates.process(
                "candidate/own-data",
                new Context(
                        Locale.forLanguageTag("nb-NO"),
                        Map.of(
                                "copy", copy,
                                "made", OsloTime.dateAndTime(copy.madeAt()),
                                "received",
                                        OsloTime.dateAndTime(copy.application().receivedAt()),
                                "gender", copy.person().gender().label(),
                                "vacancy", candidate.vacancy(),
                                "interview", interview(copy.interviewAt()))));
    }

    private static String interview(@Nullable Instant at) {
        return at == null ? "" : OsloTime.dateAndTime(at);
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
