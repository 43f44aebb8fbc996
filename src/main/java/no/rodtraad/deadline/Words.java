package no.rodtraad.deadline;

import java.util.List;
import no.rodtraad.messaging.Wording;
import no.rodtraad.process.DecisionPoint;

/** What texts about deadlines call things: to employees in bokmål, to candidates in their language. */
final class Words {

    private Words() {}

    /** What remains to be done, e.g. «å publisere annonsen». */
    static String toDo(DecisionPoint point) {
        return switch (point) {
            case NEED -> "å godkjenne stillingen";
            case ADVERT -> "å publisere annonsen";
            case INTERVIEW -> "å holde intervjuene";
            case OFFER -> "å sende tilbudet";
            case SIGNING -> "å signere avtalen";
        };
    }

    /** What a candidate waits for, e.g. «intervjuene». */
    static Wording waitedFor(DecisionPoint point) {
        return switch (point) {
            case NEED, ADVERT -> new Wording("utlysningen", "utlysinga");
            case INTERVIEW -> new Wording("intervjuene", "intervjua");
            case OFFER -> new Wording("vedtaket om hvem som får tilbud", "vedtaket om kven som får tilbod");
            case SIGNING ->
                new Wording("avtalen med den som har fått tilbudet", "avtalen med den som har fått tilbodet");
        };
    }

    /** «1 arbeidsdag», «3 arbeidsdager». */
    static String workingDays(int days) {
        return days == 1 ? "1 arbeidsdag" : days + " arbeidsdager";
    }

    /** «a», «a og b», «a, b og c». */
    static String list(List<String> words) {
        int last = words.size() - 1;
        return last < 1 ? String.join("", words) : String.join(", ", words.subList(0, last)) + " og " + words.get(last);
    }

    /** The names of tasks, in quotes. */
    static String quoted(Iterable<String> names) {
        var quoted = new java.util.ArrayList<String>();
        names.forEach(name -> quoted.add("«" + name + "»"));
        return list(quoted);
    }
}
