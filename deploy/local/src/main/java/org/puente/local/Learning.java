package org.puente.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Learns how each program starts, so that the next start is faster: runs it once beside the region,
 * on servers of its own and with a low priority, and keeps what Java writes when it ends. What
 * isn't finished when the region ends is learnt another time.
 */
final class Learning implements AutoCloseable {
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
        List<Learnable> missing = missing();
        if (missing.isEmpty()) {
            return;
        }
        progress.report(
                "Learning in the background how %d programs start, for a faster next start".formatted(missing.size()));
        try {
            open();
            long learnt = missing.stream().filter(this::learn).count();
            if (!closed) {
                progress.report(
                        learnt == missing.size()
                                ? "All is learnt; the next start is faster"
                                : "What could not be learnt is tried again after the next start");
            }
            close();
        } catch (IOException | Refusal e) {
            if (!closed) {
                progress.report("Nothing was learnt: " + e.getMessage());
            }
            close();
        }
    }

    private List<Learnable> missing() {
        List<Learnable> all = new ArrayList<>();
        // In this order: on scratch servers, too, a reception needs what a registry has published.
        for (Service service : plan.startingOrder()) {
            if (all.stream().noneMatch(one -> one.name().equals(service.service()))) {
                all.add(Learnable.of(service, () -> onScratch(service)));
            }
        }
        Broker broker = plan.broker();
        all.add(new Learnable(
                broker.name(),
                AotCaches.of(broker.libraries()),
                broker.jvm(),
                () -> broker.at(scratch.directory("kafka"), Ports.free(2))));
        Keycloak keycloak = plan.keycloak();
        all.add(new Learnable(
                keycloak.name(),
                AotCaches.of(keycloak.jar()),
                Keycloak.jvm(),
                () -> keycloak.at(scratch.directory("keycloak"), Ports.free(2))));
        Set<String> missing =
                all.stream().filter(one -> !one.learnt()).map(Learnable::name).collect(Collectors.toSet());
        if (missing.contains("reception")) {
            missing.add("registry");
        }
        return all.stream().filter(one -> missing.contains(one.name())).toList();
    }

    private synchronized void open() throws IOException {
        if (closed) {
            throw new Refusal("Not any more");
        }
        scratch = new Scratch();
    }

    private Service onScratch(Service service) {
        return scratch.service(service.node(), service.service(), service.jar());
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

    /** Ends what is being learnt. */
    @Override
    public void close() {
        closed = true;
        if (scratch != null) {
            scratch.close();
        }
    }
}
