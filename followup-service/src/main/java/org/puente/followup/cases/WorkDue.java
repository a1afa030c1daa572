package org.puente.followup.cases;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Whether the clock has any work: one look each second, in place of three transactions. */
@ApplicationScoped
class WorkDue {
    /** May be true without work, never false with it. */
    private static final String ANY = """
            select exists (select from case_file
                           where unsettled or (status = 'FOLLOWED' and consent_until < $2))
                or exists (select from follow_up where status = 'PLANNED' and due_at <= $1)
                or exists (select from follow_up where status = 'DUE' and closes_at <= $1)
            """;

    /** The calendar that is furthest ahead of UTC: no node is on a later day. */
    private static final ZoneOffset FURTHEST_AHEAD = ZoneOffset.ofHours(14);

    private final Pool database;

    WorkDue(Pool database) {
        this.database = database;
    }

    Uni<Boolean> any(Instant now) {
        return database.preparedQuery(ANY)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), LocalDate.ofInstant(now, FURTHEST_AHEAD)))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }
}
