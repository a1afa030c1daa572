package org.puente.bench;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.puente.demo.Agency;
import org.puente.local.Region;

/**
 * One fact to many viewers: the time from the fact being written to the event log, as another
 * instance of reporting would write it, until the last viewer has read its line; beside the same
 * bytes written to as many raw sockets, by a process of the same Java settings.
 */
final class StreamPart implements Part {
    private static final int VIEWERS = 500;
    private static final int WARM_UP = 60;
    private static final int ROUNDS = 40;
    private static final int LONGEST_PAUSE_MS = 400;
    private static final List<String> AS_SERVICES = List.of("-Xmx160m", "-Xmn24m", "-Xss512k", "-XX:+UseSerialGC");
    private static final String INSERT = """
            insert into event (id, node, stream, type, subject, case_id, event)
            values (?, 'gtm', 'returns', ?, ?, ?, ?)
            """;

    private final Random random = new Random(20250102);

    @Override
    public String name() {
        return "stream";
    }

    @Override
    public List<Result> run() throws Exception {
        try (Region region = BenchRegion.optimised("region/reporting")) {
            Process raw = startRaw();
            try (Connection log = connect(region);
                    Socket orders = new Socket("127.0.0.1", port(raw));
                    Viewers ours = new Viewers(region.service("region/reporting"), VIEWERS, request(region));
                    Viewers peers = new Viewers(URI.create("tcp://127.0.0.1:" + orders.getPort()), VIEWERS, "")) {
                DataOutputStream out = new DataOutputStream(orders.getOutputStream());
                return List.of(measure(log, ours, out, peers));
            } finally {
                raw.destroy();
            }
        }
    }

    private Result measure(Connection log, Viewers ours, DataOutputStream out, Viewers peers) {
        return new Result(
                name(),
                "one fact to %d viewers, from its writing to the last".formatted(VIEWERS),
                "ms",
                "the same bytes to as many raw sockets",
                Rounds.byTurns(WARM_UP, ROUNDS, () -> ours(log, ours), () -> raw(out, peers)),
                Result.Aim.atMost(2));
    }

    private double ours(Connection log, Viewers viewers) {
        NodeFact fact = fact();
        pause();
        try (PreparedStatement insert = log.prepareStatement(INSERT)) {
            insert.setObject(1, fact.envelope().id());
            insert.setString(2, fact.envelope().type().type());
            insert.setString(3, fact.envelope().subject());
            insert.setObject(4, UUID.fromString(fact.envelope().subject()));
            insert.setString(5, fact.event());
            long start = System.nanoTime();
            insert.execute();
            viewers.awaitAll(fact.envelope().id().toString());
            return (System.nanoTime() - start) / 1e6;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The raw bytes are those of the event as ours sends it, without HTTP's chunk lengths. */
    private double raw(DataOutputStream out, Viewers viewers) {
        NodeFact fact = fact();
        byte[] bytes = "event:%s\nid:1000\ndata:%s\n\n"
                .formatted(fact.envelope().type().type(), fact.event())
                .getBytes(StandardCharsets.UTF_8);
        pause();
        try {
            long start = System.nanoTime();
            out.writeInt(bytes.length);
            out.write(bytes);
            out.flush();
            viewers.awaitAll(fact.envelope().id().toString());
            return (System.nanoTime() - start) / 1e6;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private NodeFact fact() {
        return new Life(random).next();
    }

    /** So that facts come at any time between two looks of whoever looks now and then. */
    private void pause() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(LONGEST_PAUSE_MS)));
    }

    private static String request(Region region) {
        return "GET /v1/events/stream HTTP/1.1\r\nHost: reporting\r\nAccept: text/event-stream\r\n"
                + "Authorization: Bearer "
                + Agency.person(BenchRegion.addresses(region), "operator").token()
                + "\r\n\r\n";
    }

    private static Process startRaw() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(AS_SERVICES);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(RawServer.class.getName());
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static int port(Process raw) throws IOException {
        return Integer.parseInt(raw.inputReader().readLine());
    }

    private static Connection connect(Region region) throws SQLException {
        String name = "region_reporting";
        return DriverManager.getConnection(region.database(name), name, region.password());
    }
}
