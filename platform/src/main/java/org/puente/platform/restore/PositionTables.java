package org.puente.platform.restore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;

/** The positions in the topics that the database knows. */
final class PositionTables {
    private static final String UNHEARD = """
            select topic || '-' || partition_no || ' at ' || offset_no
            from unnest(?, ?, ?, ?) as record (id, topic, partition_no, offset_no)
            where not exists (select from inbox where consumer = ? and inbox.id = record.id
                                and node in ('', split_part(record.topic, '.', 2)))
              and not exists (select from dead_letter as put_aside
                              where put_aside.topic = record.topic
                                and put_aside.partition_no = record.partition_no
                                and put_aside.offset_no = record.offset_no)
            limit 1
            """;

    private PositionTables() {}

    /**
     * A record that lies on a topic.
     *
     * @param id the id in its header; null if there is none
     */
    record Lying(UUID id, String topic, int partition, long offset) {}

    /** The first offset of each partition that was not taken in here. */
    static Map<TopicPartition, Long> intake(Connection connection) throws SQLException {
        return read(connection, "intake_position");
    }

    /** The first offset of each partition whose own facts may be unknown here. */
    static Map<TopicPartition, Long> relay(Connection connection) throws SQLException {
        return read(connection, "relay_position");
    }

    private static Map<TopicPartition, Long> read(Connection connection, String table) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("select topic, partition_no, next_offset from " + table);
                ResultSet row = statement.executeQuery()) {
            Map<TopicPartition, Long> all = new HashMap<>();
            while (row.next()) {
                all.put(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3));
            }
            return all;
        }
    }

    /** Begins with the broker's positions where the database has none yet. */
    static void begin(Connection connection, Map<TopicPartition, Long> intake, Map<TopicPartition, Long> relay)
            throws SQLException {
        begin(connection, "intake_position", intake);
        begin(connection, "relay_position", relay);
    }

    private static void begin(Connection connection, String table, Map<TopicPartition, Long> positions)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into %s (topic, partition_no, next_offset) values (?, ?, ?)".formatted(table)
                        + " on conflict do nothing")) {
            for (Map.Entry<TopicPartition, Long> one : positions.entrySet()) {
                statement.setString(1, one.getKey().topic());
                statement.setInt(2, one.getKey().partition());
                statement.setLong(3, one.getValue());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Notes that all records before these offsets were taken in. A higher position stays. */
    static void takenIn(Connection connection, Map<TopicPartition, Long> reached) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("insert into intake_position as known (topic, partition_no, next_offset)"
                        + " values (?, ?, ?) on conflict (topic, partition_no) do update"
                        + " set next_offset = excluded.next_offset"
                        + " where known.next_offset < excluded.next_offset")) {
            for (Map.Entry<TopicPartition, Long> one : reached.entrySet()) {
                statement.setString(1, one.getKey().topic());
                statement.setInt(2, one.getKey().partition());
                statement.setLong(3, one.getValue());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /**
     * The place of a record that was neither taken in nor put aside here; empty if there is none.
     */
    static Optional<String> unknown(Connection connection, String consumer, Collection<Lying> records)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(UNHEARD)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", records.stream().map(Lying::id).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text", records.stream().map(Lying::topic).toArray()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "int4", records.stream().map(Lying::partition).toArray()));
            statement.setArray(
                    4,
                    connection.createArrayOf(
                            "int8", records.stream().map(Lying::offset).toArray()));
            statement.setString(5, consumer);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    /** The ids of these facts that still wait to be sent. */
    static Set<UUID> waiting(Connection connection, Collection<UUID> ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select id from outbox where id = any(?)")) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                Set<UUID> waiting = new HashSet<>();
                while (row.next()) {
                    waiting.add(row.getObject(1, UUID.class));
                }
                return waiting;
            }
        }
    }
}
