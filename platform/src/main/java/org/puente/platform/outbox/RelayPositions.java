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

    /** One statement, since each is a round trip more for every batch. */
    private static final String TAKE_OUT = """
            with sent as (delete from outbox where position = any(?))
            """ + ADVANCE;

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
        try (PreparedStatement statement = connection.prepareStatement(ADVANCE)) {
            set(connection, statement, 1, reached);
            statement.executeUpdate();
        }
    }

    /**
     * Takes rows out of the outbox and notes the known offsets, in the connection's transaction.
     *
     * @param acknowledged the positions of the rows that the broker has
     * @param reached the offset after the last record of each partition
     */
    static void takeOut(Connection connection, List<Long> acknowledged, Map<TopicPartition, Long> reached)
            throws SQLException {
        if (acknowledged.isEmpty() && reached.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(TAKE_OUT)) {
            statement.setArray(1, connection.createArrayOf("int8", acknowledged.toArray()));
            set(connection, statement, 2, reached);
            statement.executeUpdate();
        }
    }

    private static void set(
            Connection connection, PreparedStatement statement, int first, Map<TopicPartition, Long> reached)
            throws SQLException {
        List<Map.Entry<TopicPartition, Long>> all = List.copyOf(reached.entrySet());
        statement.setArray(
                first,
                connection.createArrayOf(
                        "text", all.stream().map(one -> one.getKey().topic()).toArray()));
        statement.setArray(
                first + 1,
                connection.createArrayOf(
                        "int4",
                        all.stream().map(one -> one.getKey().partition()).toArray()));
        statement.setArray(
                first + 2,
                connection.createArrayOf(
                        "int8", all.stream().map(Map.Entry::getValue).toArray()));
    }
}
