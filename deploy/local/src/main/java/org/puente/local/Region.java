package org.puente.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.puente.kafka.Provisioning;

/**
 * A running region: broker, database server, identity server, the services of each node, and
 * reporting. A server is named as {@code status} shows it: {@code kafka}, {@code postgres}, {@code
 * keycloak}, {@code region/reporting}, {@code gtm/referral}.
 */
public final class Region implements AutoCloseable {
    private final Setup setup;
    private final Plan plan;
    private final Servers servers;
    private final Progress progress;
    private final Map<String, Cost> costs = new ConcurrentHashMap<>();
    private final AddedServers added;

    private Region(Setup setup, Plan plan, Servers servers, Progress progress) {
        this.setup = setup;
        this.plan = plan;
        this.servers = servers;
        this.progress = progress;
        this.added = new AddedServers(plan);
    }

    /**
     * Starts a region; returns when every server answers. What it has started ends with {@link
     * #close} or with this JVM, however that ends.
     *
     * @param fresh whether what the nodes held is forgotten first
     * @throws RuntimeException with what to do, if it can't be started; nothing is left running
     *     then
     */
    public static Region start(Setup setup, boolean fresh, Progress progress) {
        Region region = prepare(setup, fresh, progress);
        try {
            region.startAll();
            return region;
        } catch (RuntimeException e) {
            region.close();
            throw e;
        }
    }

    /** All but the start, so that whoever starts it can also end it before it is up. */
    static Region prepare(Setup setup, boolean fresh, Progress progress) {
        Layout layout = setup.layout();
        layout.create();
        Leftovers.refuseSecondStart(layout);
        Leftovers.end(layout, Plan.of(Home.find(), setup));
        if (fresh) {
            layout.forget();
        }
        Plan plan = Plan.of(Home.find(), setup);
        plan.requireFreePorts();
        plan.services().forEach(Service::prepare);
        try {
            setup.write();
            Child.write(layout.launcher(), ProcessHandle.current(), "TERM");
        } catch (IOException e) {
            throw new Refusal("Could not write to " + layout.run() + ": " + e.getMessage(), e);
        }
        Logs.turnOver(layout.logs());
        Servers servers = new Servers(
                layout.run(),
                new Watchdog(null),
                name -> progress.report(name + " HAS ENDED by itself; see: puente logs " + name));
        return new Region(setup, plan, servers, progress);
    }

    /**
     * The backbone first; services as soon as broker and database answer, so many at a time as
     * there are processors, because starting is nothing but work for them. The first that fails
     * ends the attempt.
     */
    void startAll() {
        ExecutorService backbone = Executors.newCachedThreadPool();
        ExecutorService starters = Executors.newFixedThreadPool(ParallelTasks.maxStarts());
        CompletableFuture<Void> failure = new CompletableFuture<>();
        try {
            List<CompletableFuture<Void>> all = new ArrayList<>();
            all.add(ParallelTasks.begin(backbone, this::startDatabase, failure));
            all.add(ParallelTasks.begin(backbone, this::startBroker, failure));
            CompletableFuture<Void> identity = ParallelTasks.begin(backbone, () -> ensure(plan.keycloak()), failure);
            ParallelTasks.await(all, failure);
            all.add(identity);
            plan.startingOrder().forEach(s -> all.add(ParallelTasks.begin(starters, () -> timed(s), failure)));
            ParallelTasks.await(all, failure);
        } catch (RuntimeException e) {
            servers.refuseStarts();
            throw e;
        } finally {
            starters.shutdownNow();
            backbone.shutdownNow();
        }
    }

    private void startDatabase() {
        ensure(plan.postgres());
        Databases databases = Databases.at(plan.backbone().databases());
        plan.services().forEach(s -> databases.ensure(s.database(), Secrets.PASSWORD));
    }

    private void startBroker() {
        ensure(plan.broker());
        List<String> changes = LocalProvisioning.run(kafka(), Provisioning.PARTITIONS);
        if (!changes.isEmpty()) {
            progress.report("kafka: " + changes.size() + " topics, principals and rules made");
        }
    }

    /** Starts a server of the backbone, unless others have done it. */
    private void ensure(Server server) {
        if (plan.ownBackbone()) {
            timed(server);
        }
    }

    private void timed(Server server) {
        progress.report(server.name() + " starts");
        long begin = System.nanoTime();
        servers.start(server);
        double seconds = (System.nanoTime() - begin) / 1e9;
        servers.running(server).ifPresent(child -> costs.put(server.name(), Cost.now(child.pid(), seconds)));
        progress.report("%s is ready after %.1f s at port %d".formatted(server.name(), seconds, server.port()));
    }

    /** What the last start of each server has cost, by its name. */
    public Map<String, Cost> costs() {
        return Map.copyOf(costs);
    }

    /** The processor time that each running server has used until now, by its name. */
    public Map<String, Duration> processorTimes() {
        Map<String, Duration> used = new TreeMap<>();
        plan.servers()
                .forEach(server -> servers.running(server)
                        .ifPresent(child -> used.put(server.name(), Processors.used(child.pid()))));
        return used;
    }

    /** Ends a server at once, as a power cut would. */
    public void kill(String server) {
        servers.kill(added.server(server));
    }

    /** Lets a server end in its own way. */
    public void stop(String server) {
        servers.stop(added.server(server));
    }

    /** Starts a server that isn't running; returns when it answers. */
    public void start(String server) {
        Server one = added.server(server);
        if (servers.running(one).isEmpty()) {
            servers.start(one);
        }
    }

    /**
     * Starts one more instance of a service; returns when it answers.
     *
     * @param service e.g. {@code gtm/referral}
     * @return its name, to be named by from now on
     */
    public String startAnother(String service, int port) {
        AddedInstance another = added.addInstance(service, port);
        timed(another);
        return another.name();
    }

    /**
     * Adds a node that the list of this build doesn't have; nothing that runs is restarted.
     *
     * @param name e.g. {@code pan}
     * @param catalogue has the node and its institutions
     */
    public void addNode(String name, Path catalogue) {
        AddedNode node = new AddedNode(Home.find(), setup, name, catalogue.toAbsolutePath());
        progress.report("kafka: " + node.provision(kafka()).size() + " topics, principals and rules made");
        node.addClients(plan.keycloak());
        Databases databases = Databases.at(plan.backbone().databases());
        List<Service> services = added.addNode(node);
        services.forEach(service -> databases.ensure(service.database(), Secrets.PASSWORD));
        try (ExecutorService starters = Executors.newFixedThreadPool(ParallelTasks.maxStarts())) {
            ParallelTasks.each(starters, services, this::timed);
        }
    }

    /**
     * Restores a base backup to a database server of its own; a node's services, which do not run now, have
     * their databases there from their next start on.
     *
     * @param backup a data directory of PostgreSQL, which becomes that of the server
     * @param recovery PostgreSQL's settings: where the archived log is, and up to when it is replayed
     */
    public void restore(String node, Path backup, Map<String, String> recovery) {
        RestoredPostgres server = added.addRestored(setup, backup, recovery);
        timed(server);
        added.moveDatabases(node, server);
    }

    /** Stops a server in its own way, if it runs, and starts it. */
    public void restart(String server) {
        Server one = added.server(server);
        progress.report(one.name() + " is restarted");
        servers.stop(one);
        timed(one);
    }

    public Setup setup() {
        return setup;
    }

    /** Host and port of the broker. */
    public String kafka() {
        return plan.backbone().kafka();
    }

    /** The settings of a Kafka client that may do everything. */
    public Map<String, Object> kafkaAdmin() {
        return KafkaLogin.of(kafka(), Broker.ADMIN);
    }

    /** The settings of a Kafka client that logs in as a principal, e.g. {@code gtm}. */
    public Map<String, Object> kafkaClient(String principal) {
        return KafkaLogin.of(kafka(), principal);
    }

    /** JDBC address of a service's database, e.g. {@code gtm_referral}; its role has that name. */
    public String database(String name) {
        return "jdbc:postgresql://" + added.databases(name) + "/" + name;
    }

    /** The password of every database role, Kafka principal, and institution's client. */
    public String password() {
        return Secrets.PASSWORD;
    }

    /** Where the realm's tokens come from. */
    public URI realm() {
        return plan.backbone().realm();
    }

    /** Where a service is, e.g. of {@code gtm/referral}. */
    public URI service(String name) {
        return URI.create("http://127.0.0.1:" + added.server(name).port());
    }

    /** Where the health and the metrics of a service are. */
    public URI management(String service) {
        return URI.create(
                "http://127.0.0.1:" + PortPlan.management(added.server(service).port()));
    }

    /** Ends everything, what needs others first. */
    @Override
    public void close() {
        servers.refuseStarts();
        ExecutorService all = Executors.newCachedThreadPool();
        try {
            ParallelTasks.each(all, added.databaseClients(), servers::stop);
            ParallelTasks.each(all, plan.services(), servers::stop);
            ParallelTasks.each(all, added.databaseServers(), servers::stop);
            ParallelTasks.each(all, plan.ownServers(), servers::stop);
        } finally {
            all.shutdown();
            servers.close();
            Leftovers.forgetLauncher(setup.layout());
        }
    }

    Plan plan() {
        return plan;
    }
}
