package org.puente.reporting.console;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.puente.platform.persistence.DatabaseTimeout;

/** Work that waits longer than it should: for whom, how much, and since when. */
@ApplicationScoped
class StuckWork {
    /** $1: the node that should act, null for all; $2: now; $3: quiet if older than this; $4: today. */
    private static final String SELECT = """
            select what, node, institution, count(*), min(since) from (
                select 'unanswered' as what, to_node as node, to_institution as institution,
                       answer_by as since
                from referral_standing where answered_at is null and answer_by < $2::timestamptz
                    and status in ('issued', 'acknowledged', 'expired')
                union all
                select 'quiet', to_node, to_institution, coalesce(appointment_at, status_at)
                from referral_standing
                where status in ('waitlisted', 'accepted', 'scheduled', 'missed', 'started')
                    and coalesce(appointment_at, status_at) < $3::timestamptz
                union all
                select 'followup-due', node, institution, due_on::timestamp at time zone 'UTC'
                from followup_standing where last_status in ('planned', 'due')
                    and status <> 'ended' and due_on < $4::date
                union all
                select 'followup-missed', node, institution, due_on::timestamp at time zone 'UTC'
                from followup_standing where last_status = 'missed'
                union all
                select 'dead-letter', 'region', 'reporting', at
                from dead_letter where replayed_at is null and discarded_at is null
                    and cause <> 'type-unknown'
            ) waiting
            where $1::text is null or node = $1
            group by what, node, institution
            order by array_position(array['dead-letter', 'unanswered', 'followup-due', 'quiet',
                'followup-missed'], what), count(*) desc, node, institution
            limit 100
            """;

    @ConfigProperty(name = "puente.console.quiet-after")
    Duration quietAfter;

    @ConfigProperty(name = "puente.statistics.zone")
    ZoneId calendar;

    private final Pool database;
    private final DatabaseTimeout deadline;
    private final Clock clock;

    StuckWork(Pool database, DatabaseTimeout deadline, Clock clock) {
        this.database = database;
        this.deadline = deadline;
        this.clock = clock;
    }

    /**
     * @param code the key of the text for people
     * @param since the earliest time: a day for follow-ups, else an instant; ISO 8601
     */
    public record Line(String code, String node, String institution, long count, String since) {}

    /**
     * @param node the node that should act; null for all
     */
    Uni<List<Line>> read(String node) {
        Instant now = clock.instant();
        return deadline.of(database.preparedQuery(SELECT)
                .execute(Tuple.of(node, utc(now), utc(now.minus(quietAfter)), LocalDate.ofInstant(now, calendar)))
                .map(StuckWork::lines));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static List<Line> lines(RowSet<Row> rows) {
        List<Line> lines = new ArrayList<>();
        for (Row row : rows) {
            lines.add(new Line(
                    "stuck-" + row.getString(0), row.getString(1), row.getString(2), row.getLong(3), since(row)));
        }
        return lines;
    }

    private static String since(Row row) {
        Instant since = row.getOffsetDateTime(4).toInstant();
        return row.getString(0).startsWith("followup")
                ? LocalDate.ofInstant(since, ZoneOffset.UTC).toString()
                : since.toString();
    }
}
