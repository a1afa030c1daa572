package org.puente.platform.inbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.puente.platform.ids.Ids;
import org.puente.platform.json.Json;
import org.puente.platform.persistence.Faults;
import org.puente.platform.persistence.JsonRows;
import org.puente.platform.tracing.Trace;

/** The records that this service put aside. */
@ApplicationScoped
class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    /** A record that is delivered again before its batch was committed is put aside once. */
    private static final String INSERT = """
            insert into dead_letter (id, topic, partition_no, offset_no, record_key, headers,
                                     payload, cause, detail)
            select id, topic, "partition", "offset", key, headers, decode(payload, 'base64'),
                   cause, detail
            from json_to_recordset(cast(cast(:rows as text) as json)) as
                 (id uuid, topic text, "partition" integer, "offset" bigint, key text,
                  headers text, payload text, cause text, detail text)
            on conflict (topic, partition_no, offset_no) do nothing
            """;

    private record Row(
            UUID id,
            String topic,
            int partition,
            long offset,
            String key,
            String headers,
            String payload,
            String cause,
            String detail) {}

    /** A record, and why it could not be taken in. */
    record Bad(RawRecord record, Throwable why) {
        private Row row() {
            return new Row(
                    Ids.next(),
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    record.key(),
                    Json.write(record.headers()),
                    record.payload() == null ? null : Base64.getEncoder().encodeToString(record.payload()),
                    causeOf(why),
                    detailOf(why));
        }
    }

    Uni<Void> add(Mutiny.Session session, List<Bad> records) {
        records.forEach(DeadLetters::log);
        return JsonRows.write(session, INSERT, records.stream().map(Bad::row).toList());
    }

    /** The line belongs to the record's own trace. */
    private static void log(Bad bad) {
        Trace.follow(bad.record().headers().get("traceparent"));
        switch (bad.why()) {
            case FactRefused later
            when later.cause().equals(FactRefused.TYPE_UNKNOWN) ->
                LOG.infof("Kept for a later release, from %s", bad.record().place());
            case FactRefused refused ->
                LOG.warnf("Put aside from %s: %s", bad.record().place(), refused.cause());
            default -> LOG.errorf("Put aside from %s: %s", bad.record().place(), Faults.trace(bad.why()));
        }
    }

    /** A word for machines. */
    static String causeOf(Throwable why) {
        return why instanceof FactRefused refused ? refused.cause() : "unexpected";
    }

    static String detailOf(Throwable why) {
        return why instanceof FactRefused refused
                ? refused.getMessage()
                : "a fault of this service: see its log at this time";
    }
}
