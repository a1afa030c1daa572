package org.puente.platform.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import org.puente.platform.web.Texts;

/** Days and times as a person reads them. */
final class TimeText {
    private static final int DAY = "2025-01-31".length();

    private TimeText() {}

    /** A day, or an instant by the clocks of a zone; empty if the text is neither. */
    static Optional<String> when(String text, Locale locale, ZoneId zone) {
        try {
            return Optional.of(
                    text.length() == DAY
                            ? DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                                    .localizedBy(locale)
                                    .format(LocalDate.parse(text))
                            : time(OffsetDateTime.parse(text), locale, zone));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Java's English has a narrow space before AM, which not every font has. */
    private static String time(OffsetDateTime at, Locale locale, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .localizedBy(locale)
                .format(at.atZoneSameInstant(zone))
                .replace('\u202f', ' ');
    }

    /** Days, months or years, of which policies have one; empty for what is mixed or shorter. */
    static Optional<String> span(String text, Locale locale) {
        try {
            Period period = Period.parse(text);
            if (period.equals(Period.ofDays(period.getDays()))) {
                return Optional.of(Texts.of(locale, "span-days", period.getDays()));
            }
            if (period.equals(Period.ofMonths(period.getMonths()))) {
                return Optional.of(Texts.of(locale, "span-months", period.getMonths()));
            }
            return Optional.of(Texts.of(locale, "span-years", period.getYears()))
                    .filter(years -> period.equals(Period.ofYears(period.getYears())));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
