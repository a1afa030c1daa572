package org.puente.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Learns how each program starts, so that the next start is faster: runs it once beside the region,
 * on servers of its own and with a low priority, and keeps what Java writes when it ends. What
 * isn't finished when the region ends is learnt another time.
 */
final class Learning implements AutoCloseable {
    private static final Duration WRITING = Duration.ofMinutes(10);

    private final Plan plan;
    private final Progress progress;
    private final Thread thread = new Thread(this::learnAll, "learning");
    private Backbone backbone;
    private Servers servers;
    private boolean closed;

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
        progress.say("Learning in the background how the programs start, for a faster next start");
        try {
            Files.createDirectories(Home.find().caches());
            open();
            for (Learnable one : missing) {
                learn(one);
            }
            progress.say("Learnt; the next start is faster");
            close();
        } catch (IOException | Refusal e) {
            if (!closed) {
                progress.say("Nothing more was learnt: " + e.getMessage());
            }
            close();
        }
    }

    private List<Learnable> missing() {
        List<Learnable> all = new ArrayList<>();
        for (Service service : plan.services()) {
            if (all.stream().noneMatch(one -> one.name().equals(service.service()))) {
                all.add(
                        new Learnable(
                                service.service(),
                                AotCaches.of(service.jar()),
                                Service.jvm(),
                                () -> onScratch(service)));
            }
        }
        Broker broker = plan.broker();
        all.add(
                new Learnable(
                        broker.name(),
                        AotCaches.of(broker.libraries()),
                        broker.jvm(),
                        () -> broker.at(scratch("kafka"), Ports.free(2))));
        Keycloak keycloak = plan.keycloak();
        all.add(
                new Learnable(
                        keycloak.name(),
                        AotCaches.of(keycloak.jar()),
                        Keycloak.jvm(),
                        () -> keycloak.at(scratch("keycloak"), Ports.free(2))));
        return all.stream().filter(one -> !one.learnt()).toList();
    }

    private synchronized void open() throws IOException {
        if (closed) {
            throw new Refusal("Not any more");
        }
        backbone = Backbone.scratch();
        backbone.provision();
        servers = new Servers(backbone.directory(), new Watchdog(null), name -> {});
    }

    private Service onScratch(Service service) {
        backbone.freshDatabase(service.database());
        return service.at(
                Ports.free(1).getFirst(),
                backbone.settings(service.node()),
                scratch(service.service()));
    }

    private Path scratch(String name) {
        return backbone.directory().resolve("learning-" + name);
    }

    private void learn(Learnable one) throws IOException {
        Path output = Files.createTempDirectory(Home.find().caches(), "learning").resolve("aot");
        try {
            Server pupil = one.server(output);
            servers.start(pupil);
            Http.ok("http://127.0.0.1:" + pupil.port() + "/q/openapi");
            servers.stop(pupil, WRITING);
            if (Files.exists(output)) {
                one.forgetOlder();
                Files.move(output, one.file());
            }
        } finally {
            Trees.delete(output.getParent());
        }
    }

    /** Ends what is being learnt. */
    @Override
    public void close() {
        closed = true;
        if (servers != null) {
            servers.killAll();
            servers.close();
        }
        if (backbone != null) {
            backbone.close();
        }
    }
}
