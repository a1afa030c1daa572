package org.puente.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.puente.local.Backbone;

/** The outbox of a database of its own, so that no service's relay takes part. */
class OutboxTableTest {
    private static final String DATABASE = "gtm_outboxes";
    private static DataSource database;

    private final List<List<OutboxTable.Row>> sent = new ArrayList<>();

    @BeforeAll
    static void make() throws SQLException, IOException {
        Backbone backbone = Backbone.forTests();
        backbone.freshDatabase(DATABASE);
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://" + backbone.databases() + "/" + DATABASE);
        source.setUser(DATABASE);
        source.setPassword(backbone.password());
        database = source;
        for (String script : List.of("V0_1__platform.sql", "V0_13__outbox_refused.sql", "V0_16__restore.sql")) {
            execute(script);
        }
    }

    private static void execute(String script) throws SQLException, IOException {
        try (InputStream text = OutboxTable.class.getResourceAsStream("/db/platform/" + script);
                Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @BeforeEach
    void empty() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("delete from outbox");
        }
    }

    @Test
    void aBatchOfSmallFactsIsBoundedInRows() throws SQLException {
        write(OutboxTable.ROWS + 1, 10);
        drain();
        assertThat(sent.stream().map(List::size)).containsExactly(OutboxTable.ROWS, 1);
    }

    @Test
    void aBatchOfLargeFactsIsBoundedInBytes() throws SQLException {
        write(7, OutboxTable.BYTES / 3 + 1);
        drain();
        assertThat(sent.stream().map(List::size)).containsExactly(3, 3, 1);
    }

    @Test
    void aFactThatIsLargerThanABatchGoesAlone() throws SQLException {
        write(2, OutboxTable.BYTES + 1);
        drain();
        assertThat(sent.stream().map(List::size)).containsExactly(1, 1);
    }

    @Test
    void factsAreTakenInTheOrderOfTheirPositions() throws SQLException {
        write(OutboxTable.ROWS * 2, 10);
        drain();
        assertThat(sent.stream().flatMap(List::stream).map(OutboxTable.Row::position))
                .isSorted();
    }

    @Test
    void aTopicThatIsClosedHoldsUpNoOther() throws SQLException {
        write(OutboxTable.ROWS, 10);
        writeTo("other", 1, 10);
        new OutboxTable(database).relay(Set.of("t"), Recorded::new);
        assertThat(sent.getFirst()).extracting(OutboxTable.Row::topic).containsExactly("other");
    }

    /** What was sent leaves its room behind: who reads all of it reads what isn't there. */
    @Test
    void theTableIsNeverReadWhole() throws SQLException {
        long before = timesReadWhole();
        write(1, 10);
        drain();
        assertThat(timesReadWhole()).isEqualTo(before);
    }

    @Test
    void whatIsSentLeavesAndHowFarItsTopicIsKnownStays() throws SQLException {
        write(2, 10);
        relay(Map.of(new TopicPartition("t", 1), 8L));
        assertThat(ask("select count(*) from outbox")).isZero();
        write(1, 10);
        relay(Map.of(new TopicPartition("t", 1), 7L, new TopicPartition("t", 0), 3L));
        assertThat(ask("select next_offset from relay_position where topic = 't' and partition_no = 0"))
                .isEqualTo(3);
        assertThat(ask("select next_offset from relay_position where topic = 't' and partition_no = 1"))
                .as("a position never falls")
                .isEqualTo(8);
    }

    private void relay(Map<TopicPartition, Long> reached) throws SQLException {
        new OutboxTable(database).relay(Set.of(), () -> new Recorded(reached));
    }

    /** As an instance whose process is stopped while it waits for the broker. */
    @Test
    void anInstanceThatIsFrozenHoldsTheOutboxForAWhileOnly() throws Exception {
        write(3, 10);
        CountDownLatch waits = new CountDownLatch(1);
        CountDownLatch thaws = new CountDownLatch(1);
        CompletableFuture<Void> frozen =
                CompletableFuture.runAsync(() -> relayAndWait(Duration.ofSeconds(1), waits, thaws));
        waits.await();
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            drain();
            return !sent.isEmpty();
        });
        assertThat(sent.getFirst()).hasSize(3);
        thaws.countDown();
        assertThatThrownBy(frozen::join).hasRootCauseInstanceOf(SQLException.class);
        drain();
        assertThat(sent).as("what the other has sent is gone").hasSize(1);
    }

    private static void relayAndWait(Duration longestIdle, CountDownLatch waits, CountDownLatch thaws) {
        try {
            new OutboxTable(database, longestIdle).relay(Set.of(), () -> until(waits, thaws));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static OutboxTable.Sending until(CountDownLatch waits, CountDownLatch thaws) {
        List<Long> positions = new ArrayList<>();
        return new OutboxTable.Sending() {
            @Override
            public boolean send(OutboxTable.Row row) {
                return positions.add(row.position());
            }

            @Override
            public OutboxTable.Sent end() {
                waits.countDown();
                try {
                    thaws.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return new OutboxTable.Sent(positions, Map.of(), Map.of(), Set.of(), null);
            }
        };
    }

    @Test
    void whatIsRefusedForGoodStaysAndHoldsUpNothing() throws SQLException {
        write(2, 10);
        new OutboxTable(database).relay(Set.of(), Refusing::new);
        assertThat(ask("select count(*) from outbox where refused = 'too large'"))
                .isEqualTo(1);
        drain();
        assertThat(sent).isEmpty();
    }

    /** Refuses the first row of a batch and has the others. */
    private static final class Refusing implements OutboxTable.Sending {
        private final List<Long> positions = new ArrayList<>();

        @Override
        public boolean send(OutboxTable.Row row) {
            return positions.add(row.position());
        }

        @Override
        public OutboxTable.Sent end() {
            return new OutboxTable.Sent(
                    positions.subList(1, positions.size()),
                    Map.of(),
                    Map.of(positions.getFirst(), "too large"),
                    Set.of(),
                    null);
        }
    }

    /** As counted when no other session is left: each reports its counts before it ends. */
    private static long timesReadWhole() throws SQLException {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> ask("select count(*) from pg_stat_activity where datname = current_database()"
                                + " and backend_type = 'client backend'")
                        == 1);
        return ask("select seq_scan from pg_stat_user_tables where relname = 'outbox'");
    }

    private static long ask(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void drain() throws SQLException {
        OutboxTable table = new OutboxTable(database);
        boolean more = true;
        while (more) {
            more = table.relay(Set.of(), Recorded::new).full();
        }
    }

    private final class Recorded implements OutboxTable.Sending {
        private final List<OutboxTable.Row> batch = new ArrayList<>();
        private final Map<TopicPartition, Long> reached;

        private Recorded() {
            this(Map.of());
        }

        private Recorded(Map<TopicPartition, Long> reached) {
            this.reached = reached;
        }

        @Override
        public boolean send(OutboxTable.Row row) {
            batch.add(row);
            return true;
        }

        @Override
        public OutboxTable.Sent end() {
            if (!batch.isEmpty()) {
                sent.add(batch);
            }
            return new OutboxTable.Sent(
                    batch.stream().map(OutboxTable.Row::position).toList(), reached, Map.of(), Set.of(), null);
        }
    }

    private static void write(int facts, int bytes) throws SQLException {
        writeTo("t", facts, bytes);
    }

    private static void writeTo(String topic, int facts, int bytes) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("insert into outbox (id, aggregatetype, aggregateid, type, source,"
                                + " occurred_at, payload) select gen_random_uuid(), ?,"
                                + " 'k', 'x', '/gtm/registry', now(), repeat('x', ?)"
                                + " from generate_series(1, ?)")) {
            statement.setString(1, topic);
            statement.setInt(2, bytes);
            statement.setInt(3, facts);
            statement.executeUpdate();
        }
    }
}
