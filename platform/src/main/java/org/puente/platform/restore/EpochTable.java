package org.puente.platform.restore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The only row of {@code epoch}, and the counters that nothing but a restore turns back. */
final class EpochTable {
    private static final String READ = """
            select token, bare_cursors, followed, catching_up,
                   (select last_value from outbox_position_seq),
                   (select coalesce(sum(next_offset), 0) from intake_position)
            from epoch
            """;

    /** Only if no other instance has begun another epoch meanwhile. */
    private static final String BEGIN = """
            select puente_restored() from epoch where token = ? and not catching_up
            """;

    private static final String LOCK = "select pg_try_advisory_lock(hashtext('puente.restore'))";
    private static final String UNLOCK = "select pg_advisory_unlock(hashtext('puente.restore'))";

    private EpochTable() {}

    /**
     * @param followed whether the positions are complete; false before the first start of a release
     *     that keeps them
     * @param written counts the facts that were ever written to the outbox
     * @param takenIn the sum of the positions up to which the topics were taken in
     */
    record Row(String token, boolean bareCursors, boolean followed, boolean catchingUp, long written, long takenIn) {

        /** Whether this row can follow an earlier one without a restore between them. */
        boolean continues(Row before) {
            return token.equals(before.token) && !catchingUp && !fell(before);
        }

        /** Whether the same history is shorter than it was, so that a backup has replaced it. */
        boolean fell(Row before) {
            return token.equals(before.token) && (written < before.written || takenIn < before.takenIn);
        }
    }

    static Row read(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(READ);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new Row(
                    row.getString(1),
                    row.getBoolean(2),
                    row.getBoolean(3),
                    row.getBoolean(4),
                    row.getLong(5),
                    row.getLong(6));
        }
    }

    /** Begins another epoch, in which the service must catch up. */
    static void begin(Connection connection, String token) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BEGIN)) {
            statement.setString(1, token);
            statement.execute();
        }
    }

    static void caughtUp(Connection connection, String token) throws SQLException {
        update(connection, "update epoch set catching_up = false where token = ?", token);
    }

    static void followed(Connection connection, String token) throws SQLException {
        update(connection, "update epoch set followed = true where token = ?", token);
    }

    private static void update(Connection connection, String sql, String token) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, token);
            statement.executeUpdate();
        }
    }

    /** Only one of several instances catches up; the lock ends with the connection. */
    static boolean lock(Connection connection) throws SQLException {
        return yes(connection, LOCK);
    }

    static void unlock(Connection connection) throws SQLException {
        yes(connection, UNLOCK);
    }

    private static boolean yes(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }
}
