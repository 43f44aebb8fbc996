package no.rodtraad.application;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.rodtraad.document.Documents;
import no.rodtraad.document.Documents.StoredDocument;
import no.rodtraad.link.Purpose;
import no.rodtraad.link.SecretLinks;
import no.rodtraad.messaging.DirectMessages;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.vacancy.Vacancy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What applicants do with an application before they send it. */
@Service
class DraftActions {

    private final Drafts drafts;
    private final Documents documents;
    private final SecretLinks links;
    private final DirectMessages messages;
    private final ReceiveApplication receive;

    DraftActions(
            Drafts drafts,
            Documents documents,
            SecretLinks links,
            DirectMessages messages,
            ReceiveApplication receive) {
        this.drafts = drafts;
        this.documents = documents;
        this.links = links;
        this.messages = messages;
        this.receive = receive;
    }

    /**
     * Keeps what is typed so far and mails the way back to it.
     *
     * @param form with a name and an address that can be used
     * @return the token of the draft's page
     */
    @Transactional
    String begin(Vacancy vacancy, ApplicationForm form, Optional<Upload> cv, List<Upload> attachments) {
        ApplicationId id = ApplicationId.create();
        drafts.add(id, vacancy.caseId(), form);
        keep(vacancy, id, cv, attachments);
        sendLink(id, form.getEmail());
        return links.create(Purpose.DRAFT, id.value());
    }

    /**
     * Keeps what is typed now. A new address gets the link too.
     *
     * @param name the last one that could be used
     * @param email the last one that could be used
     */
    @Transactional
    void save(Draft draft, String name, String email, ApplicationForm form) {
        drafts.save(draft.id(), name, email, form);
        if (!email.equals(draft.email())) {
            sendLink(draft.id(), email);
        }
    }

    @Transactional
    void keep(Vacancy vacancy, ApplicationId id, Optional<Upload> cv, List<Upload> attachments) {
        cv.ifPresent(file -> keep(vacancy, id, ApplicationDocuments.CV, file));
        attachments.forEach(file -> keep(vacancy, id, ApplicationDocuments.ATTACHMENT, file));
    }

    /** A file of another application stays. */
    @Transactional
    void removeFile(ApplicationId id, UUID file) {
        files(id).stream().filter(info -> info.id().equals(file)).forEach(info -> documents.remove(info.id()));
    }

    /** Oldest first. */
    List<StoredDocument.Info> files(ApplicationId id) {
        return documents.of(id);
    }

    /**
     * What is received is an application and no draft any more.
     *
     * @param inOrder the positions to apply for, the first wish first
     * @return empty when everything was received
     */
    @Transactional
    Optional<ReceiveApplication.Refusal> send(Draft draft, Vacancy own, List<Vacancy> inOrder, ApplicationForm form) {
        Optional<ReceiveApplication.Refusal> refusal = receive.register(inOrder, form, own, draft.id());
        if (refusal.isEmpty()) {
            drafts.remove(draft.id());
            links.revoke(Purpose.DRAFT, draft.id().value());
        }
        return refusal;
    }

    /** Deletes the draft with its files. */
    @Transactional
    void delete(ApplicationId id) {
        if (drafts.remove(id)) {
            files(id).forEach(info -> documents.remove(info.id()));
            links.revoke(Purpose.DRAFT, id.value());
        }
    }

    private void sendLink(ApplicationId id, String email) {
        messages.send(
                "draft:%s:%s"
                        .formatted(id, UUID.nameUUIDFromBytes(email.getBytes(java.nio.charset.StandardCharsets.UTF_8))),
                DraftMessages.KIND,
                id.value(),
                "M02K");
    }

    private void keep(Vacancy vacancy, ApplicationId id, String kind, Upload file) {
        documents.add(vacancy.caseId(), id, kind, file.fileName(), file.contentType(), file.content());
    }
}
