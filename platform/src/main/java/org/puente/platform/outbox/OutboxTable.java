package org.puente.platform.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;

/**
 * The outbox as the relay uses it: locks it, reads it in order, and deletes what the broker has.
 */
final class OutboxTable {
    /** The most rows of a batch. */
    static final int ROWS = 5_000;

    private static final int FETCH = 250;

    /**
     * A batch with so many bytes of payload takes no further row: sealed attachments have hundreds
     * of kilobytes each, and the heap holds several copies of a batch.
     */
    static final int BYTES = 8 << 20;

    private static final String READ = """
            select position, id, aggregatetype, aggregateid, type, source, occurred_at,
                   traceparent, payload, bytes
            from (select *, sum(octet_length(payload)) over
                             (order by position rows unbounded preceding) as bytes
                  from outbox where aggregatetype <> all(?) and refused is null
                  order by position limit %d) as oldest
            where bytes - octet_length(payload) < %d
            order by position
            """.formatted(ROWS, BYTES);

    /**
     * Several instances of a service may run: one relays, the others pass. Deleted rows keep their
     * space until a vacuum, and a plan made while the table was small would read all of it; hence
     * an index scan, planned once. A lost commit only means that a batch is sent again, so the
     * commit doesn't wait for the disk. An instance that hangs while it waits for the broker loses
     * its session and so the lock, and another instance takes over (ADR 023).
     */
    private static final String BEGIN = """
            select pg_try_advisory_xact_lock(hashtext('puente.outbox')),
                   set_config('enable_seqscan', 'off', true),
                   set_config('plan_cache_mode', 'force_generic_plan', true),
                   set_config('synchronous_commit', 'off', true),
                   set_config('idle_in_transaction_session_timeout', ?, true)
            """;

    /** Longer than a batch waits for a broker that is away (see {@link FactProducer}). */
    private static final Duration LONGEST_IDLE = Duration.ofSeconds(30);

    /** After this time a database that sends nothing is taken to be gone. */
    private static final int SILENCE_MILLIS = 30_000;

    private final DataSource database;
    private final Duration longestIdle;

    OutboxTable(DataSource database) {
        this(database, LONGEST_IDLE);
    }

    /**
     * @param longestIdle how long a batch may wait for the broker before another instance takes
     *     over
     */
    OutboxTable(DataSource database, Duration longestIdle) {
        this.database = database;
        this.longestIdle = longestIdle;
    }

    /** A row of the outbox. */
    record Row(
            long position,
            UUID id,
            String topic,
            String key,
            String type,
            String source,
            OffsetDateTime at,
            String traceparent,
            byte[] payload) {}

    /** Takes a batch to the broker, row by row. */
    interface Sending {
        /**
         * Sends a row without waiting for the answer.
         *
         * @return whether it makes sense to send more
         */
        boolean send(Row row);

        /** Waits for the answers. */
        Sent end();
    }

    /**
     * Which rows of a batch the broker has, and which it refused.
     *
     * @param reached the offset after the last acknowledged record of each partition
     * @param refused rows that the broker will never take, or that can be no record, with the
     *     reason
     * @param closed topics that the broker doesn't have, or to which we have no access
     * @param failure null if there was no other failure
     */
    record Sent(
            List<Long> acknowledged,
            Map<TopicPartition, Long> reached,
            Map<Long, String> refused,
            Set<String> closed,
            RuntimeException failure) {}

    /**
     * The outcome of a batch.
     *
     * @param full whether the batch reached a bound or a closed topic, so that more rows may wait
     * @param passed whether another instance is relaying, and nothing was done here
     * @param closed topics that the broker doesn't have, or to which we have no access
     */
    record Relayed(boolean full, boolean passed, Set<String> closed) {
        private static final Relayed PASSED = new Relayed(false, true, Set.of());
    }

    /**
     * Relays one batch, bounded in rows and in bytes. It begins with the oldest row that is there,
     * never with "position greater than the last": a transaction that commits late fills a gap. A
     * batch that is sent and not deleted is sent again, with the same ids.
     *
     * @param without topics whose rows stay in the outbox
     */
    Relayed relay(Set<String> without, Supplier<Sending> begin) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setNetworkTimeout(Runnable::run, SILENCE_MILLIS);
            connection.setAutoCommit(false);
            try {
                if (!lock(connection)) {
                    return Relayed.PASSED;
                }
                Sending sending = begin.get();
                boolean full = read(connection, without, sending);
                Sent sent = sending.end();
                RelayPositions.takeOut(connection, sent.acknowledged(), sent.reached());
                refuse(connection, sent.refused());
                connection.commit();
                if (sent.failure() != null) {
                    throw sent.failure();
                }
                // The next batch reads the rows behind a closed topic, without that topic.
                return new Relayed(full || !sent.closed().isEmpty(), false, sent.closed());
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private boolean lock(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BEGIN)) {
            statement.setString(1, String.valueOf(longestIdle.toMillis()));
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    /** Sends rows to the broker while the next rows are still read. */
    private static boolean read(Connection connection, Set<String> without, Sending sending) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setArray(1, connection.createArrayOf("text", without.toArray()));
            statement.setFetchSize(FETCH);
            int rows = 0;
            long bytes = 0;
            boolean more = true;
            try (ResultSet result = statement.executeQuery()) {
                while (more && result.next()) {
                    more = sending.send(row(result));
                    rows++;
                    bytes = result.getLong(10);
                }
            }
            return rows == ROWS || bytes >= BYTES;
        }
    }

    private static Row row(ResultSet result) throws SQLException {
        return new Row(
                result.getLong(1),
                result.getObject(2, UUID.class),
                result.getString(3),
                result.getString(4),
                result.getString(5),
                result.getString(6),
                result.getObject(7, OffsetDateTime.class),
                result.getString(8),
                result.getBytes(9));
    }

    private static void refuse(Connection connection, Map<Long, String> refused) throws SQLException {
        if (refused.isEmpty()) {
            return;
        }
        try (PreparedStatement statement =
                connection.prepareStatement("update outbox set refused = ? where position = ?")) {
            for (Map.Entry<Long, String> one : refused.entrySet()) {
                statement.setString(1, one.getValue());
                statement.setLong(2, one.getKey());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
