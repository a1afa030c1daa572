package org.puente.reception.complaints;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.puente.reception.calendar.OfficeCalendar;

/** How long a recipient has, in working days, counted from the day after the complaint. No law says so; a setting does. */
@ApplicationScoped
class ComplaintTime {
    private final OfficeCalendar calendar;
    private final int acknowledgeWithin;
    private final int answerWithin;

    ComplaintTime(
            OfficeCalendar calendar,
            @ConfigProperty(name = "puente.policy.complaints.acknowledge-within") int acknowledgeWithin,
            @ConfigProperty(name = "puente.policy.complaints.answer-within") int answerWithin) {
        if (acknowledgeWithin < 1 || answerWithin < acknowledgeWithin) {
            throw new IllegalArgumentException(
                    "puente.policy.complaints: a complaint is acknowledged within a working day or more, and answered"
                            + " no earlier");
        }
        this.calendar = calendar;
        this.acknowledgeWithin = acknowledgeWithin;
        this.answerWithin = answerWithin;
    }

    void set(Complaint complaint, LocalDate receivedOn) {
        complaint.dueBy(calendar.after(receivedOn, acknowledgeWithin), calendar.after(receivedOn, answerWithin));
    }
}
