package org.puente.contracts;

import java.time.LocalTime;
import java.util.List;

/** When an offer is open, in the node's time zone. */
public record OpeningHours(List<Weekday> days, LocalTime opens, LocalTime closes) {
    public OpeningHours {
        days = Require.list(days);
        Require.present("opens", opens);
        Require.present("closes", closes);
    }
}
