package org.puente.platform.inbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.platform.persistence.BatchedInserts;

/**
 * How far each topic was taken in without a gap, kept beside the effects. The broker keeps a
 * position too, for the consumer group. If that is ahead of this one, the database may have been
 * restored. So a batch that begins beyond the position here leaves it where it is.
 */
@ApplicationScoped
class IntakePositions {
    private static final String ADVANCE = """
            insert into intake_position as known (topic, partition_no, next_offset)
            select topic, "partition", beyond
            from json_to_recordset(cast(cast(:rows as text) as json)) as
                 batch (topic text, "partition" integer, since bigint, beyond bigint)
            where since = 0 or exists (
                select from intake_position as here
                where here.topic = batch.topic and here.partition_no = batch."partition"
                  and here.next_offset >= batch.since)
            order by topic, "partition"
            on conflict (topic, partition_no) do update set next_offset = excluded.next_offset
            where known.next_offset < excluded.next_offset
            """;

    private final BatchedInserts inserts;

    IntakePositions(BatchedInserts inserts) {
        this.inserts = inserts;
    }

    /**
     * @param since the first offset of the batch
     * @param beyond the offset after the last record of the batch
     */
    private record Row(String topic, int partition, long since, long beyond) {
        Row with(Row other) {
            return new Row(topic, partition, Math.min(since, other.since), Math.max(beyond, other.beyond));
        }
    }

    /** Notes the records as taken in or put aside, at the end of the session's transaction. */
    Uni<Void> advance(Mutiny.Session session, List<RawRecord> batch) {
        Map<TopicPartition, Row> rows = new HashMap<>();
        for (RawRecord record : batch) {
            rows.merge(
                    new TopicPartition(record.topic(), record.partition()),
                    new Row(record.topic(), record.partition(), record.offset(), record.offset() + 1),
                    Row::with);
        }
        return inserts.add(session, ADVANCE, List.copyOf(rows.values()));
    }
}
