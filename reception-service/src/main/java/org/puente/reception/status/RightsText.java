package org.puente.reception.status;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.puente.platform.web.Texts;
import org.puente.reception.complaints.ComplaintSummaries;
import org.puente.reception.rights.RequestSummaries;

/**
 * Puts a person's requests and complaints into plain words.
 *
 * @param zone time zone of the node
 */
record RightsText(Locale language, ZoneId zone) {

    List<PersonStatus.OfDataRequest> requests(List<RequestSummaries.Summary> all) {
        return all.stream().map(this::request).toList();
    }

    private PersonStatus.OfDataRequest request(RequestSummaries.Summary of) {
        String what = text("data-request-" + of.kind().code());
        String says = of.outcome() == null
                ? text("status-data-request-open", what, day(of.receivedOn()), day(of.dueOn()))
                : text("status-data-request-" + of.outcome().code(), what, day(of.receivedOn()));
        return new PersonStatus.OfDataRequest(of.kind(), of.receivedOn(), of.dueOn(), of.outcome(), says, of.answer());
    }

    ComplaintState complaint(ComplaintSummaries.Summary of) {
        LocalDate receivedOn = of.receivedOn() == null ? LocalDate.ofInstant(of.receivedAt(), zone) : of.receivedOn();
        String says = of.answerBy() == null ? text("status-complaint-waiting", day(receivedOn)) : says(of, receivedOn);
        return new ComplaintState(
                receivedOn, of.status(), of.acknowledgeBy(), of.answerBy(), of.outcome(), says, of.answer());
    }

    private String says(ComplaintSummaries.Summary of, LocalDate receivedOn) {
        ComplaintSummaries.Elsewhere elsewhere = of.elsewhere();
        return elsewhere == null
                ? text("status-complaint-" + key(of), day(receivedOn), day(of.answerBy()))
                : text(
                        "status-complaint-elsewhere",
                        day(receivedOn),
                        elsewhere.institution(),
                        elsewhere.complaint().toString());
    }

    private static String key(ComplaintSummaries.Summary of) {
        return of.outcome() == null ? of.status().code() : of.outcome().code();
    }

    private String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .localizedBy(language)
                .format(day);
    }

    private String text(String code, Object... args) {
        return Texts.of(language, code, args);
    }
}
