package org.puente.platform.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;

/** The outbox as the relay sees it: locked, read in order, emptied of what the broker has. */
final class OutboxTable {
    /** The most rows of a batch. */
    static final int ROWS = 500;

    /**
     * A batch of so many bytes of payload takes in no further row: sealed attachments are hundreds
     * of kilobytes each, and the heap of a service holds a batch several times over.
     */
    static final int BYTES = 2 << 20;

    private static final String READ =
            """
            select position, id, aggregatetype, aggregateid, type, source, occurred_at,
                   traceparent, payload, bytes
            from (select *, sum(octet_length(payload)) over
                             (order by position rows unbounded preceding) as bytes
                  from outbox order by position limit %d) as oldest
            where bytes - octet_length(payload) < %d
            order by position
            """
                    .formatted(ROWS, BYTES);

    private final DataSource database;

    OutboxTable(DataSource database) {
        this.database = database;
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
            String payload) {}

    /**
     * @param full whether one of the bounds was reached, so that more may wait
     */
    private record Batch(List<Row> rows, boolean full) {
        static final Batch NONE = new Batch(List.of(), false);
    }

    /** What the broker has of a batch, and what it refused. */
    record Sent(List<Long> acknowledged, RuntimeException failure) {}

    /**
     * Relays one batch, bounded in rows and in bytes. Takes the rows that are there, never
     * "position greater than the last": a transaction that commits late fills a gap. A batch that
     * is sent and not deleted is sent again, with the same ids.
     *
     * @return whether the batch was full, so that more may wait
     */
    boolean relay(Function<List<Row>, Sent> send) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Batch batch = lock(connection) ? read(connection) : Batch.NONE;
                Sent sent =
                        batch.rows().isEmpty()
                                ? new Sent(List.of(), null)
                                : send.apply(batch.rows());
                delete(connection, sent.acknowledged());
                connection.commit();
                if (sent.failure() != null) {
                    throw sent.failure();
                }
                return batch.full();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    /** Several instances of a service may run: one relays, the others pass. */
    private static boolean lock(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement(
                                "select pg_try_advisory_xact_lock(hashtext('puente.outbox'))");
                ResultSet result = statement.executeQuery()) {
            return result.next() && result.getBoolean(1);
        }
    }

    private static Batch read(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(READ);
                ResultSet result = statement.executeQuery()) {
            List<Row> rows = new ArrayList<>();
            long bytes = 0;
            while (result.next()) {
                rows.add(
                        new Row(
                                result.getLong(1),
                                result.getObject(2, UUID.class),
                                result.getString(3),
                                result.getString(4),
                                result.getString(5),
                                result.getString(6),
                                result.getObject(7, OffsetDateTime.class),
                                result.getString(8),
                                result.getString(9)));
                bytes = result.getLong(10);
            }
            return new Batch(rows, rows.size() == ROWS || bytes >= BYTES);
        }
    }

    private static void delete(Connection connection, List<Long> positions) throws SQLException {
        if (positions.isEmpty()) {
            return;
        }
        try (PreparedStatement statement =
                connection.prepareStatement("delete from outbox where position = any(?)")) {
            statement.setArray(1, connection.createArrayOf("bigint", positions.toArray()));
            statement.executeUpdate();
        }
    }
}
