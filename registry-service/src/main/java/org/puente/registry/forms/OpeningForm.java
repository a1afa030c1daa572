package org.puente.registry.forms;

import java.time.LocalTime;
import java.util.List;
import org.puente.contracts.OpeningHours;
import org.puente.contracts.Weekday;

/** Opening hours of an offer, in the node's time zone, e.g. MO to FR from 08:00 to 16:00. */
public record OpeningForm(List<Weekday> days, LocalTime opens, LocalTime closes) {

    void check(Check check, String at) {
        if (days == null || days.isEmpty()) {
            check.fault(at + "/days", "missing");
        }
        check.each(at + "/days", days);
        boolean both = check.present(at + "/opens", opens) & check.present(at + "/closes", closes);
        if (both && !closes.isAfter(opens)) {
            check.fault(at + "/closes", "not-after-opening");
        }
    }

    OpeningHours openingHours() {
        return new OpeningHours(days, opens, closes);
    }
}
