package no.rodtraad.application;

import java.util.Optional;
import no.rodtraad.vacancy.PublicTexts;

/** Where an application stands, in one line and a sentence: what the candidate should know or do first. */
record CandidateHeadline(String title, String text) {

    static CandidateHeadline of(
            ApplicationInfo application,
            boolean accepting,
            Optional<OfferView> offer,
            Optional<ContractView> contract,
            PublicTexts texts) {
        if (application.withdrawn()) {
            return headline(texts, "withdrawn");
        }
        if (application.answeredAt() != null
                || application.outcome() == Outcome.REJECTED
                || application.outcome() == Outcome.CANCELLED) {
            return headline(texts, ended(application));
        }
        if (accepting) {
            return headline(texts, "received");
        }
        if (!application.invited()) {
            return headline(texts, "reading");
        }
        if (application.interviewedAt() == null) {
            return application.interviewAt() == null
                    ? headline(texts, "choose")
                    : headline(texts, "interview", texts.dateAndTime(application.interviewAt()));
        }
        return offer.map(one -> offered(one, contract, texts)).orElseGet(() -> headline(texts, "thanks"));
    }

    private static String ended(ApplicationInfo application) {
        if (application.outcome() == Outcome.HIRED) {
            return "hired";
        }
        if (application.outcome() == Outcome.DECLINED) {
            return "declined";
        }
        if (application.outcome() == Outcome.CANCELLED) {
            return "cancelled";
        }
        return application.answeredAt() == null ? "coming" : "answered";
    }

    private static CandidateHeadline offered(OfferView offer, Optional<ContractView> contract, PublicTexts texts) {
        return switch (offer.state()) {
            case OPEN -> headline(texts, "offer", texts.date(offer.answerBy()));
            case LAPSED -> headline(texts, "lapsed");
            case DECLINED -> headline(texts, "no");
            case ACCEPTED -> headline(texts, accepted(contract));
        };
    }

    private static String accepted(Optional<ContractView> contract) {
        if (contract.isEmpty() || contract.get().state() == ContractView.State.ABORTED) {
            return "yes";
        }
        if (!contract.get().candidateSigned()) {
            return "contract";
        }
        return contract.get().employerSigned() ? "signed" : "countersign";
    }

    private static CandidateHeadline headline(PublicTexts texts, String name, Object... values) {
        return new CandidateHeadline(
                texts.get("headline." + name), texts.get("headline.%s.text".formatted(name), values));
    }
}
