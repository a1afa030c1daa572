package org.puente.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where there is no pgbench: the same script over pgjdbc, a thread per connection. */
record PlainJdbc(Database database, Script script) implements Transactions {
    private static final Pattern VARIABLE = Pattern.compile(":(id|v\\d+)");

    @Override
    public String name() {
        return "plain pgjdbc (no pgbench here), the same SQL";
    }

    @Override
    public double perSecond(int connections, Duration time, int round) {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            long start = System.nanoTime();
            long end = start + time.toNanos();
            List<Future<Long>> clients = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                long first = round * 1_000_000_000L + i;
                clients.add(threads.submit(() -> client(first, end)));
            }
            long done = 0;
            for (Future<Long> client : clients) {
                done += client.get();
            }
            return done / ((System.nanoTime() - start) / 1e9);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private long client(long first, long end) throws SQLException {
        try (Connection connection = database.connect()) {
            asTheServices(connection);
            connection.setAutoCommit(false);
            List<Prepared> prepared = new ArrayList<>();
            for (String sql : script.statements()) {
                prepared.add(Prepared.of(connection, sql));
            }
            long done = 0;
            while (System.nanoTime() < end) {
                String id = String.valueOf(first + ++done * 1000);
                for (Prepared one : prepared) {
                    one.execute(id, script);
                }
                connection.commit();
            }
            return done;
        }
    }

    private static void asTheServices(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set enable_seqscan = off");
        }
    }

    private record Prepared(PreparedStatement statement, List<String> variables) {
        static Prepared of(Connection connection, String sql) throws SQLException {
            List<String> variables = new ArrayList<>();
            Matcher matcher = VARIABLE.matcher(sql);
            while (matcher.find()) {
                variables.add(matcher.group(1));
            }
            return new Prepared(connection.prepareStatement(matcher.replaceAll("?")), variables);
        }

        void execute(String id, Script script) throws SQLException {
            for (int i = 0; i < variables.size(); i++) {
                String variable = variables.get(i);
                String value = variable.equals("id") ? id : script.constants().get(variable);
                statement.setObject(i + 1, value, Types.OTHER);
            }
            statement.execute();
        }
    }
}
