package org.puente.reception.arrivals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.platform.web.Paging;

/**
 * Which arrivals a list shows.
 *
 * @param from the earliest expected time
 * @param until the expected time before which they are
 * @param point a reception point; null for all
 * @param state null for all
 */
record ArrivalFilter(Instant from, Instant until, String point, ArrivalState state) {
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    /**
     * @param day on which they are expected, in the zone; null for all
     */
    static ArrivalFilter of(LocalDate day, ZoneId zone, String point, ArrivalState state) {
        return day == null
                ? new ArrivalFilter(FIRST, LAST, point, state)
                : new ArrivalFilter(
                        day.atStartOfDay(zone).toInstant(),
                        day.plusDays(1).atStartOfDay(zone).toInstant(),
                        point,
                        state);
    }

    Mutiny.SelectionQuery<Object[]> apply(Mutiny.SelectionQuery<Object[]> query, Paging paging) {
        return query.setParameter("at", paging.after())
                .setParameter("after", paging.afterId())
                .setParameter("from", from)
                .setParameter("until", until)
                .setParameter("point", point == null ? "" : point)
                .setParameter("state", state == null ? "" : state.code())
                .setMaxResults(paging.reach());
    }
}
