package org.puente.reporting.indicators;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.puente.platform.web.Texts;

/** A figure of the Secretariat. Its definition for people is in the texts. */
enum Indicator {
    RETURNS("returns", CountedRows.RETURNS, "count(*)"),
    PEOPLE("people", CountedRows.PEOPLE, "count(*)"),
    REFERRALS("referrals", CountedRows.REFERRALS, "count(*)"),
    UNANSWERED("referrals", CountedRows.UNANSWERED, "count(*)"),
    ANSWER_TIME_MEDIAN("hours", CountedRows.ANSWERED, hours("0.5")),
    ANSWER_TIME_P90("hours", CountedRows.ANSWERED, hours("0.9")),
    ANSWERED_IN_TIME(
            "share", CountedRows.ANSWERABLE, "avg(case when f.answered_at <= f.answer_by then 1.0 else 0.0 end)"),
    SERVICES("services", CountedRows.SERVICES, "count(*)"),
    FOLLOWUPS("followups", CountedRows.FOLLOWUPS, "count(*)"),
    HELP("help", CountedRows.HELP, "count(*)"),
    REGISTRATION_TIME_MEDIAN("minutes", CountedRows.REGISTERED, minutes("0.5", "f.registered_at")),
    REGISTRATION_TIME_P90("minutes", CountedRows.REGISTERED, minutes("0.9", "f.registered_at")),
    RECEPTION_TIME_MEDIAN("minutes", CountedRows.LEFT, minutes("0.5", "f.left_at")),
    RECEPTION_TIME_P90("minutes", CountedRows.LEFT, minutes("0.9", "f.left_at"));

    private final String unit;
    private final CountedRows countedRows;
    private final String measure;

    Indicator(String unit, CountedRows countedRows, String measure) {
        this.unit = unit;
        this.countedRows = countedRows;
        this.measure = measure;
    }

    private static String hours(String fraction) {
        return percentile(fraction, "f.answered_at - f.issued_at", 3600);
    }

    /** From landing on. */
    private static String minutes(String fraction, String until) {
        return percentile(fraction, until + " - f.landed_at", 60);
    }

    private static String percentile(String fraction, String interval, int seconds) {
        return "percentile_cont(%s) within group (order by extract(epoch from %s)::double precision / %d)"
                .formatted(fraction, interval, seconds);
    }

    /** Empty if there is no indicator with this id. */
    static Optional<Indicator> of(String id) {
        return Arrays.stream(values())
                .filter(indicator -> indicator.id().equals(id))
                .findFirst();
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String unit() {
        return unit;
    }

    String name(Locale language) {
        return Texts.of(language, "indicator-" + id() + "-name");
    }

    String definition(Locale language) {
        return Texts.of(language, "indicator-" + id() + "-definition");
    }

    CountedRows countedRows() {
        return countedRows;
    }

    /** The aggregate that is the value, in SQL. */
    String measure() {
        return measure;
    }

    List<String> breakdowns() {
        return countedRows.breakdowns().stream().map(Breakdown::name).toList();
    }

    /** Empty if the indicator can't be broken down by this property. */
    Optional<Breakdown> breakdown(String name) {
        return countedRows.breakdowns().stream()
                .filter(breakdown -> breakdown.name().equals(name))
                .findFirst();
    }
}
