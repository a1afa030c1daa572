package org.puente.platform.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * How far this service's own facts on each topic are known here, kept in the transaction that takes
 * them out of the outbox. If an own fact lies beyond, and isn't in the outbox either, the database
 * was restored from a backup that is older than this fact.
 */
public final class RelayPositions {
    private static final String ADVANCE = """
            insert into relay_position as known (topic, partition_no, next_offset)
            select topic, partition_no, next_offset
            from unnest(?, ?, ?) as reached (topic, partition_no, next_offset)
            order by topic, partition_no
            on conflict (topic, partition_no) do update set next_offset = excluded.next_offset
            where known.next_offset < excluded.next_offset
            """;

    private RelayPositions() {}

    /**
     * Notes the known offsets, in the connection's transaction.
     *
     * @param reached the offset after the last record of each partition
     */
    public static void advance(Connection connection, Map<TopicPartition, Long> reached) throws SQLException {
        if (reached.isEmpty()) {
            return;
        }
        List<Map.Entry<TopicPartition, Long>> all = List.copyOf(reached.entrySet());
        try (PreparedStatement statement = connection.prepareStatement(ADVANCE)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text",
                            all.stream().map(one -> one.getKey().topic()).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "int4",
                            all.stream().map(one -> one.getKey().partition()).toArray()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "int8", all.stream().map(Map.Entry::getValue).toArray()));
            statement.executeUpdate();
        }
    }
}
