package no.rodtraad.vacancy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import no.rodtraad.process.OsloTime;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the public pages say, in the language of the one who reads; bokmål where nobody reads yet. */
@Component
public class PublicTexts {

    private final MessageSource messages;

    PublicTexts(MessageSource messages) {
        this.messages = messages;
    }

    /** @throws org.springframework.context.NoSuchMessageException when there is no such text */
    public String get(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale());
    }

    /** What is wrong with a field. */
    public String get(MessageSourceResolvable problem) {
        return messages.getMessage(problem, locale());
    }

    String occupation(OccupationalGroup group) {
        @Nullable String translated = messages.getMessage("occupation." + group.value(), new Object[0], null, locale());
        return translated == null ? group.label() : translated;
    }

    /** E.g. «100 % fast stilling» or «3 vikariater, 80 %». */
    String extent(Vacancy vacancy) {
        String number = vacancy.positions() == 1 ? "one" : "several";
        String employment = get("employment.%s.%s".formatted(vacancy.employmentType(), number));
        return get("vacancy.extent." + number, vacancy.positions(), vacancy.extentPercent(), employment);
    }

    /** «fredag 18. desember 2026» or "Friday 18 December 2026". */
    public String date(LocalDate day) {
        return OsloTime.longDate(day, locale());
    }

    /** «18. desember 2026» or "18 December 2026". */
    public String shortDate(LocalDate day) {
        return OsloTime.date(day, locale());
    }

    /** «torsdag 7. januar 2027 kl. 10.00» or "Thursday 7 January 2027 at 10:00". */
    public String dateAndTime(Instant at) {
        return OsloTime.dateAndTime(at, locale());
    }

    /** «12 dager igjen»; null when the day is past. */
    @Nullable
    String daysLeft(LocalDate today, LocalDate day) {
        long days = ChronoUnit.DAYS.between(today, day);
        return days < 0 ? null : get("vacancy.daysLeft", days);
    }

    private static Locale locale() {
        @Nullable LocaleContext reader = LocaleContextHolder.getLocaleContext();
        @Nullable Locale locale = reader == null ? null : reader.getLocale();
        return locale == null ? Languages.BOKMAAL : locale;
    }
}
