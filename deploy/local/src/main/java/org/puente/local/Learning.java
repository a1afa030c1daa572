package org.puente.local;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.puente.demo.TrainingWork;

/**
 * Learns how each program starts and works, so that the next start is faster and the first minutes
 * are: runs it once beside the region, on servers of its own and with a low priority, and keeps what
 * Java writes when it ends. What isn't finished when the region ends is learnt another time.
 */
final class Learning implements AutoCloseable {
    /** Each needs what those before it have published. */
    private static final List<String> IN_TURN = List.of("registry", "reception", "referral", "followup", "reporting");

    /** Less than a client of the work waits for an answer. */
    private static final String WAIT = "PT25S";

    private final Plan plan;
    private final Progress progress;
    private final Thread thread = new Thread(this::learnAll, "learning");
    private volatile Scratch scratch;
    private volatile boolean closed;

    Learning(Plan plan, Progress progress) {
        this.plan = plan;
        this.progress = progress;
        thread.setDaemon(true);
    }

    void begin() {
        if (AotCaches.supported()) {
            thread.start();
        }
    }

    private void learnAll() {
        List<Learnable> services = services();
        List<Learnable> missing = Stream.concat(services.stream(), programs().stream())
                .filter(Predicate.not(Learnable::learnt))
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        progress.report(
                "Learning in the background how %d programs work, for a faster next start".formatted(missing.size()));
        try {
            open();
            long learnt = Stream.concat(
                            neededFor(missing, services), missing.stream().filter(one -> !services.contains(one)))
                    .filter(one -> missing.contains(one) ? learn(one) : use(one))
                    .count();
            if (!closed) {
                progress.report(
                        learnt == missing.size()
                                ? "All is learnt; the next start is faster"
                                : "What could not be learnt is tried again after the next start");
            }
        } catch (IOException | Refusal e) {
            if (!closed) {
                progress.report("Nothing was learnt: " + e.getMessage());
            }
        }
        close();
    }

    /** The services up to the last that is missing. */
    private static Stream<Learnable> neededFor(List<Learnable> missing, List<Learnable> services) {
        int last = IntStream.range(0, services.size())
                .filter(i -> missing.contains(services.get(i)))
                .max()
                .orElse(-1);
        return services.subList(0, last + 1).stream();
    }

    /** One of each kind, of the same node. */
    private List<Learnable> services() {
        String node = plan.startingOrder().getFirst().node();
        TrainingWork work = new TrainingWork(node, URI.create(plan.keycloak().url()));
        return IN_TURN.stream()
                .flatMap(name -> plan.startingOrder().stream()
                        .filter(one -> one.service().equals(name))
                        .limit(1))
                .map(service ->
                        Learnable.of(service, () -> onScratch(service)).working(server -> give(work, service, server)))
                .toList();
    }

    private List<Learnable> programs() {
        Broker broker = plan.broker();
        Keycloak keycloak = plan.keycloak();
        return List.of(
                new Learnable(
                        broker.name(),
                        AotCaches.of(broker.libraries()),
                        broker.jvm(),
                        () -> broker.at(scratch.directory("kafka"), Ports.free(2))),
                new Learnable(
                        keycloak.name(),
                        AotCaches.of(keycloak.jar()),
                        Keycloak.jvm(),
                        () -> keycloak.at(scratch.directory("keycloak"), Ports.free(2))));
    }

    private synchronized void open() throws IOException {
        if (closed) {
            throw new Refusal("Not any more");
        }
        scratch = new Scratch();
    }

    /** Requests wait longer for what is on its way than beside the region's services: these have the rest of the machine. */
    private Service onScratch(Service service) {
        Service alone = scratch.service(service.node(), service.service(), service.jar());
        return alone.withEnvironment(Map.of(
                "PUENTE_OIDC_URL",
                plan.keycloak().url(),
                "PUENTE_HTTP_WAIT_USUAL",
                WAIT,
                "PUENTE_HTTP_WAIT_MOST",
                WAIT));
    }

    /** Without its work a service has learnt its start at least. */
    private void give(TrainingWork work, Service service, Server server) {
        try {
            work.give(service.service(), server.port());
        } catch (RuntimeException e) {
            if (!closed) {
                progress.report("%s learns its start alone: %s".formatted(service.service(), e.getMessage()));
            }
        }
    }

    /**
     * @return whether it was learnt
     */
    private boolean learn(Learnable one) {
        double begin = progress.seconds();
        try {
            scratch.learn(one);
            progress.report("%s is learnt, in %.0f s".formatted(one.name(), progress.seconds() - begin));
            return true;
        } catch (IOException | Refusal e) {
            if (!closed) {
                progress.report("%s is not learnt: %s".formatted(one.name(), e.getMessage()));
            }
            return false;
        }
    }

    /** For what it publishes; nothing is learnt of it. */
    private boolean use(Learnable one) {
        try {
            scratch.use(one);
        } catch (Refusal e) {
            if (!closed) {
                progress.report("%s does not start: %s".formatted(one.name(), e.getMessage()));
            }
        }
        return false;
    }

    /** Ends what is being learnt. */
    @Override
    public void close() {
        closed = true;
        if (scratch != null) {
            scratch.close();
        }
    }
}
