package no.rodtraad.messaging;

import java.util.Arrays;

/** How much of a message stands in its mail. A mail passes many hands; what is private waits on the candidate's page. */
enum MailForm {
    FULL("full"),
    NOTICE("notice"),
    NOTICE_TO_ANSWER("noticeToAnswer");

    private final String name;

    MailForm(String name) {
        this.name = name;
    }

    static MailForm of(String name) {
        return Arrays.stream(values())
                .filter(form -> form.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("'%s' is no form of a mail".formatted(name)));
    }
}
