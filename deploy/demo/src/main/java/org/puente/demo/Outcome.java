package org.puente.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is missing at the end of the play.
 *
 * @param unregistered people whose registration failed, or for whom there was no time
 * @param pending work that has not come to its end
 * @param unsettled services with facts that wait, or that were put aside since the play began
 */
record Outcome(int unregistered, PendingWork pending, Map<String, Backlogs.Backlog> unsettled) {

    boolean isWhole() {
        return lines().isEmpty();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (unregistered > 0) {
            lines.add(unregistered + " people were not registered");
        }
        lines.addAll(pending.lines());
        unsettled.forEach((service, backlog) -> lines.add(service + ": " + backlog));
        return lines;
    }
}
