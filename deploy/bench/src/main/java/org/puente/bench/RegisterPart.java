package org.puente.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.puente.local.Region;

/**
 * {@code POST /v1/returns} through HTTP, with a token of Keycloak's, validation, sealing and
 * outbox, beside pgbench that runs the same transaction on the same server.
 */
final class RegisterPart implements Part {
    private static final List<Integer> CONNECTIONS = List.of(1, 16, 64);
    private static final Duration ROUND = Duration.ofSeconds(4);
    private static final int ROUNDS = 3;

    private int round;

    @Override
    public String name() {
        return "register";
    }

    @Override
    public List<Result> run() {
        try (Region region = BenchRegion.optimised("gtm/registry", "gtm/reception");
                Load load = new Load()) {
            // It has published what reception needs of the directory.
            region.stop("gtm/registry");
            ReceptionClient desk = new ReceptionClient(region, load, "gtm", "gtm-igm", "gtm-fag");
            Transactions peer = peer(region, desk);
            desk.warmUp(12);
            List<Result> results = new ArrayList<>();
            for (int connections : CONNECTIONS) {
                results.add(measure(desk, peer, connections));
            }
            return results;
        }
    }

    private Result measure(ReceptionClient desk, Transactions peer, int connections) {
        Rounds.Both both = Rounds.byTurns(
                0, ROUNDS, () -> desk.register(connections, ROUND).perSecond(), () -> {
                    peer.analyse();
                    return peer.perSecond(connections, ROUND, ++round);
                });
        return new Result(
                name(),
                "POST /v1/returns over %d %s".formatted(connections, connections == 1 ? "connection" : "connections"),
                "/s",
                peer.name(),
                both,
                connections == 16 ? Result.Aim.atLeast(0.7) : Result.Aim.none());
    }

    /** In a copy of the service's database, which has the same tables and indexes. */
    static Transactions peer(Region region, ReceptionClient desk) {
        Script script = Script.of(
                ServerLog.record(region, "insert into return_case", () -> desk.register(1, Duration.ofMillis(200))));
        region.stop("gtm/reception");
        Database copy = Database.of(region, "gtm_reception").copy(Database.admin(region), "gtm_reception_peer");
        region.start("gtm/reception");
        Optional<Path> pgbench = Pgbench.find();
        if (pgbench.isEmpty()) {
            System.out.println("THERE IS NO pgbench HERE (apt install postgresql): plain pgjdbc stands"
                    + " in its place, and takes more of the processors than it would");
            return new PlainJdbc(copy, script);
        }
        return new Pgbench(pgbench.get(), copy, script);
    }
}
