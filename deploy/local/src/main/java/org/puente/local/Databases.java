package org.puente.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** The databases of a server: one per service and node, each with a role of the same name. */
public record Databases(String host, int port, String adminPassword) {

    Databases(int port) {
        this("127.0.0.1", port, Secrets.PASSWORD);
    }

    /**
     * @param address host and port
     */
    static Databases at(String address) {
        String[] parts = address.split(":");
        return new Databases(parts[0], Integer.parseInt(parts[1]), Secrets.PASSWORD);
    }

    boolean answer() {
        try (Connection connection = connect()) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Whether the server takes writes: one that is being restored doesn't, until it is where it was to get to. */
    boolean takeWrites() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet recovering = statement.executeQuery("select pg_is_in_recovery()")) {
            return recovering.next() && !recovering.getBoolean(1);
        } catch (SQLException e) {
            return false;
        }
    }

    /**
     * Makes a database and the role that alone may connect to it, unless they are there.
     *
     * @param name of both, e.g. {@code gtm_reception}
     */
    public void ensure(String name, String password) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            if (!exists(connection, "select 1 from pg_roles where rolname = ?", name)) {
                statement.execute("create role " + quoted(name) + " login");
            }
            statement.execute("alter role %s password '%s'".formatted(quoted(name), password.replace("'", "''")));
            if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
                statement.execute("create database %s owner %s".formatted(quoted(name), quoted(name)));
                statement.execute("revoke connect, temporary on database %s from public".formatted(quoted(name)));
            }
        } catch (SQLException e) {
            throw new Refusal("Could not make database " + name + ": " + e.getMessage(), e);
        }
    }

    /** Deletes a database with all that is in it; one that isn't there is no error. */
    void drop(String name) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists %s with (force)".formatted(quoted(name)));
        } catch (SQLException e) {
            throw new Refusal("Could not drop database " + name + ": " + e.getMessage(), e);
        }
    }

    private Connection connect() throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", "postgres");
        login.setProperty("password", adminPassword);
        login.setProperty("connectTimeout", "5");
        return DriverManager.getConnection("jdbc:postgresql://%s:%d/postgres".formatted(host, port), login);
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
