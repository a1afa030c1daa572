package org.puente.demo;

import java.time.LocalDate;

/**
 * A follow-up that is open.
 *
 * @param office that is to visit
 * @param dueOn its day by the node's calendar
 * @param due whether it is due now
 */
record FollowUpState(String caseId, String office, LocalDate dueOn, boolean due) {

    static FollowUpState planned(StreamedFact fact) {
        return new FollowUpState(fact.caseId(), fact.text("institution"), LocalDate.parse(fact.text("dueOn")), false);
    }

    /** Due, perhaps at another office than planned. */
    FollowUpState due(StreamedFact fact) {
        return new FollowUpState(caseId, fact.text("institution"), dueOn, true);
    }
}
