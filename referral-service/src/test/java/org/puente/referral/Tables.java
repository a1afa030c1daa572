package org.puente.referral;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.puente.contracts.DirectoryFact.OfferPublished;

/** What the service's tables hold, where no answer shows it yet. */
public final class Tables {
    private Tables() {}

    /** Whether a fact has had its effect. */
    public static boolean taken(DataSource database, UUID fact) {
        return holds(database, "select true from inbox where id = ?", fact);
    }

    /** Whether the directory here has the offer. */
    public static boolean has(DataSource database, OfferPublished offer) {
        return holds(
                database,
                "select true from directory_offer where offer_id = ?",
                offer.offerId().value());
    }

    /**
     * @param sql a query of one boolean
     * @return false where there is no row
     */
    public static boolean holds(DataSource database, String sql, Object... args) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepared(connection, sql, args);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() && rows.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of all rows, as text. */
    public static List<String> column(DataSource database, String sql, Object... args) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepared(connection, sql, args);
                ResultSet rows = statement.executeQuery()) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void change(DataSource database, String sql, Object... args) throws SQLException {
        try (Connection connection = database.getConnection()) {
            change(connection, sql, args);
        }
    }

    public static void change(Connection connection, String sql, Object... args) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, args)) {
            statement.executeUpdate();
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... args) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < args.length; i++) {
            statement.setObject(i + 1, args[i]);
        }
        return statement;
    }
}
