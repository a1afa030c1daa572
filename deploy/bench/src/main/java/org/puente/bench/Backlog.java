package org.puente.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.puente.contracts.Envelope;
import org.puente.contracts.FactType;
import org.puente.contracts.ReturnFact;
import org.puente.contracts.Source;
import org.puente.local.Region;
import org.puente.platform.json.Json;

/**
 * Facts that wait in a service's outbox. While it is held the service's relay passes it by, as the
 * relay of a second instance would.
 */
final class Backlog implements AutoCloseable {
    private static final String LOCK = "(hashtext('puente.outbox'))";
    private static final long PATIENCE_NANOS = 90_000_000_000L;

    private final Connection connection;

    /**
     * @param database e.g. {@code gtm_reception}
     */
    Backlog(Region region, String database) throws SQLException {
        connection = DriverManager.getConnection(region.database(database), database, region.password());
    }

    /**
     * Makes the facts, once, beside the outbox.
     *
     * @return the records that the relay makes of them
     */
    List<ProducerRecord<String, String>> make(int facts, String topic) throws SQLException {
        ReturnFact.Registered sample = Samples.person();
        execute("create table bench_fact (n int, id uuid, topic text, key text, type text,"
                + " source text, at timestamptz, trace text, payload text)");
        try (PreparedStatement insert = connection.prepareStatement("""
                        insert into bench_fact
                        select n, id, cast(? as text), id::text, cast(? as text), '/gtm/reception',
                               now(), '00-' || replace(id::text, '-', '') || '-00f067aa0ba902b7-01',
                               replace(cast(? as text), cast(? as text), id::text)
                        from (select n, gen_random_uuid() as id
                              from generate_series(1, ?) as n) as ids
                        """)) {
            insert.setString(1, topic);
            insert.setString(2, FactType.of(sample).type());
            insert.setString(3, Json.write(sample));
            insert.setString(4, sample.caseId().toString());
            insert.setInt(5, facts);
            insert.executeUpdate();
        }
        List<ProducerRecord<String, String>> records = new ArrayList<>(facts);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select * from bench_fact order by n")) {
            while (row.next()) {
                records.add(record(row));
            }
        }
        return records;
    }

    private static ProducerRecord<String, String> record(ResultSet row) throws SQLException {
        Envelope envelope = new Envelope(
                row.getObject("id", UUID.class),
                Source.parse(row.getString("source")),
                FactType.of(row.getString("type")).orElseThrow(),
                row.getString("key"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("trace"));
        ProducerRecord<String, String> record =
                new ProducerRecord<>(row.getString("topic"), row.getString("key"), row.getString("payload"));
        envelope.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    /** From now on the relay passes, and the outbox is empty. */
    void hold() {
        execute("select pg_advisory_lock" + LOCK);
        execute("truncate outbox");
    }

    /** Puts all facts that were made into the outbox, in one transaction. */
    void fill() {
        execute("insert into outbox (id, aggregatetype, aggregateid, type, source, occurred_at,"
                + " traceparent, payload) select id, topic, key, type, source, at, trace,"
                + " payload from bench_fact order by n");
    }

    /** Lets the relay have what waits. */
    void release() {
        execute("select pg_advisory_unlock" + LOCK);
    }

    /** Empties the outbox, and lets the relay have it. */
    void drop() {
        execute("truncate outbox");
        release();
    }

    void awaitEmpty() {
        await("the outbox to be empty", "select not exists (select from outbox)");
    }

    /**
     * @param question a query whose answer becomes true
     */
    void await(String what, String question) {
        long begin = System.nanoTime();
        while (!isTrue(question)) {
            if (System.nanoTime() - begin > PATIENCE_NANOS) {
                throw new IllegalStateException("waited in vain for " + what);
            }
            LockSupport.parkNanos(10_000_000);
        }
    }

    private boolean isTrue(String question) {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
