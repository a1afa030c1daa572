package org.puente.followup.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.puente.contracts.NodeId;
import org.puente.followup.directory.Offices;
import org.puente.platform.ids.KeyedIds;

/**
 * Everything besides the case and its consents that a decision about a case depends on.
 *
 * @param zone the node's calendar
 * @param ids gives ids to planned follow-ups
 * @param at the instant of the decision
 */
record Situation(NodeId node, Offices offices, ZoneId zone, Policy policy, KeyedIds ids, Instant at) {

    LocalDate today() {
        return LocalDate.ofInstant(at, zone);
    }
}
