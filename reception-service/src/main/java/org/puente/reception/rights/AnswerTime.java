package org.puente.reception.rights;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.puente.reception.calendar.OfficeCalendar;

/**
 * How long an institution has to answer a request, in working days. The setting follows the law of the node's country.
 * El Salvador: 20, by the Ley para la Protección de Datos Personales (Decreto Legislativo 144 of 2024) as a law firm
 * sums it up (ECIJA, Global Privacy Playbook); the law itself was not at hand. That it is the default of the other
 * countries too is our own choice.
 */
@ApplicationScoped
class AnswerTime {
    private final OfficeCalendar calendar;
    private final int within;
    private final int remindAfter;

    /**
     * @param within working days to answer
     * @param remindAfter working days after which the institution is reminded
     */
    AnswerTime(
            OfficeCalendar calendar,
            @ConfigProperty(name = "puente.policy.data-requests.answer-within") int within,
            @ConfigProperty(name = "puente.policy.data-requests.remind-after") int remindAfter) {
        if (within < 1 || remindAfter < 1) {
            throw new IllegalArgumentException("puente.policy.data-requests: times are one working day or more");
        }
        this.calendar = calendar;
        this.within = within;
        this.remindAfter = remindAfter;
    }

    /** The last day to answer. */
    LocalDate dueOn(LocalDate receivedOn) {
        return calendar.after(receivedOn, within);
    }

    LocalDate remindOn(LocalDate receivedOn) {
        return calendar.after(receivedOn, Math.min(remindAfter, within));
    }
}
