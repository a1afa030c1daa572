package org.puente.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.puente.local.Region;

/**
 * Reporting takes in facts that wait on the topics, beside a bare consumer that copies the same
 * rows. While the topics fill, the bench holds reporting's turn of intake; so what is measured is
 * neither the start of a process nor the filling.
 */
final class IntakePart implements Part {
    private static final int FACTS = 340_000;
    private static final int WARM_UP = 30_000;
    private static final int ROUNDS = 3;
    private static final int BATCH = 1_000; // as reporting's max.poll.records
    private static final long PATIENCE = Duration.ofMinutes(3).toNanos();

    @Override
    public String name() {
        return "intake";
    }

    @Override
    public List<Result> run() throws Exception {
        try (Region region = BenchRegion.optimised("region/reporting");
                Connection counting = connect(region);
                BareIntake bare = new BareIntake(region.kafkaClient("region"), BATCH, connect(region))) {
            Lives lives = new Lives();
            ours(region, counting, lives, WARM_UP);
            rate(WARM_UP, bare::take);
            Rounds.Both both = Rounds.byTurns(
                    0, ROUNDS, () -> ours(region, counting, lives, FACTS), () -> rate(FACTS, bare::take));
            return List.of(new Result(
                    name(),
                    "reporting takes in %,d stored facts, %d times".formatted(FACTS, ROUNDS),
                    "facts/s",
                    "a bare consumer and COPY of the same rows",
                    both,
                    Result.Aim.atLeast(.5)));
        }
    }

    private static double ours(Region region, Connection counting, Lives lives, int facts) {
        try (Connection turn = connect(region);
                Statement lock = turn.createStatement()) {
            lock.execute("select pg_advisory_lock(8100)");
            long before = taken(counting);
            lives.publish(facts, region.kafkaAdmin());
            return rate(facts, () -> {
                close(turn);
                await(counting, before + facts);
            });
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double rate(int facts, Runnable work) {
        long start = System.nanoTime();
        work.run();
        return facts / ((System.nanoTime() - start) / 1e9);
    }

    private static void await(Connection counting, long facts) {
        long end = System.nanoTime() + PATIENCE;
        while (taken(counting) < facts) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "Only %,d of %,d facts were taken in".formatted(taken(counting), facts));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static long taken(Connection counting) {
        try (Statement statement = counting.createStatement();
                ResultSet sum = statement.executeQuery("select sum(facts) from tally")) {
            sum.next();
            return sum.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection connect(Region region) {
        String name = "region_reporting";
        try {
            return DriverManager.getConnection(region.database(name), name, region.password());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
