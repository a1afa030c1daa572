package org.puente.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.puente.local.Region;

/** A database of the region's server, and who logs in to it. */
record Database(int port, String name, String role, String password) {

    /** A service's own, e.g. {@code gtm_reception}. */
    static Database of(Region region, String name) {
        return new Database(port(region), name, name, region.password());
    }

    /** As the server's administrator. */
    static Database admin(Region region) {
        return new Database(port(region), "postgres", "postgres", region.password());
    }

    private static int port(Region region) {
        String url = region.database("x");
        return Integer.parseInt(url.replaceAll(".*:(\\d+)/x", "$1"));
    }

    /** A copy under another name, with the same owner. Nobody may be connected meanwhile. */
    Database copy(Database admin, String to) {
        admin.run(
                "drop database if exists " + to + " with (force)",
                "create database %s template %s owner %s".formatted(to, name, role));
        return new Database(port, to, role, password);
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, name), role, password);
    }

    /** Each statement is a transaction of its own. */
    void run(String... statements) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : List.of(statements)) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(name + ": " + e.getMessage(), e);
        }
    }

    long number(String query) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(name + ": " + e.getMessage(), e);
        }
    }
}
