package org.puente.local;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.puente.kafka.Nodes;
import org.puente.kafka.ServiceNames;

/**
 * All servers of a region.
 *
 * @param backbone where the services find broker, database server and realm
 * @param ownBackbone whether these three are the region's own, or run already
 */
record Plan(
        Broker broker,
        Postgres postgres,
        Keycloak keycloak,
        List<Service> services,
        BackboneAddresses backbone,
        boolean ownBackbone) {

    static Plan of(Home home, Setup setup) {
        Layout layout = setup.layout();
        PortPlan ports = setup.ports();
        return new Plan(
                new Broker(
                        home.kafkaLibraries(), layout.kafka(), layout.logs(), ports.kafka(), ports.kafkaController()),
                new Postgres(
                        home.postgresArchives(),
                        layout.postgres(),
                        layout.logs(),
                        ports.postgres(),
                        true,
                        setup.database()),
                new Keycloak(
                        home.keycloak(),
                        home.realm(),
                        layout.keycloak(),
                        layout.logs(),
                        ports.keycloak(),
                        ports.keycloakManagement()),
                services(home, setup),
                backbone(setup),
                setup.backbone().isEmpty());
    }

    private static BackboneAddresses backbone(Setup setup) {
        PortPlan ports = setup.ports();
        return setup.backbone()
                .orElseGet(() -> new BackboneAddresses(
                        "127.0.0.1:" + ports.kafka(),
                        "127.0.0.1:" + ports.postgres(),
                        URI.create("http://127.0.0.1:" + ports.keycloak() + "/realms/puente")));
    }

    private static List<Service> services(Home home, Setup setup) {
        PortPlan ports = setup.ports();
        List<Service> services = new ArrayList<>();
        String region = Nodes.ofThisBuild().region().value();
        services.add(service(home, setup, region, ServiceNames.OF_REGION, ports.reporting()));
        for (String node : setup.nodes()) {
            services.addAll(ofNode(home, setup, node, Setup.known().indexOf(node) + 1));
        }
        return setup.services()
                .map(alone ->
                        services.stream().filter(s -> alone.contains(s.name())).toList())
                .orElse(services);
    }

    /**
     * The services of a node.
     *
     * @param number of the node, from 1, which its ports follow from
     */
    static List<Service> ofNode(Home home, Setup setup, String node, int number) {
        return ServiceNames.OF_NODE.stream()
                .map(service ->
                        service(home, setup, node, service, setup.ports().of(number, service)))
                .toList();
    }

    private static Service service(Home home, Setup setup, String node, String service, int port) {
        BackboneAddresses backbone = backbone(setup);
        Map<String, String> settings = NodeSettings.of(
                node, backbone.kafka(), backbone.databases(), setup.layout().keys());
        settings.put("puente.oidc.url", backbone.realm().toString());
        settings.put("puente.webhooks.private-targets", "true"); // receivers are here, too
        return new Service(
                node,
                service,
                home.service(service),
                port,
                PortPlan.management(port),
                settings,
                setup.environment(),
                setup.layout().logs());
    }

    /**
     * Those first that others wait for: a reception is ready when its registry has published who it
     * is.
     */
    List<Service> startingOrder() {
        return services.stream()
                .sorted(Comparator.comparing(service -> !service.service().equals("registry")))
                .toList();
    }

    /** Those of the backbone that the region starts; none where it is given one. */
    List<Server> ownServers() {
        return ownBackbone ? List.of(postgres, broker, keycloak) : List.of();
    }

    List<Server> servers() {
        List<Server> all = new ArrayList<>(ownServers());
        all.addAll(services);
        return List.copyOf(all);
    }

    /**
     * @throws Refusal if there is none of that name
     */
    Server server(String name) {
        return servers().stream()
                .filter(server -> server.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal("There is no " + name + "; there are " + names()));
    }

    private String names() {
        return String.join(", ", servers().stream().map(Server::name).toList());
    }

    /** Refuses to start what could not listen. */
    void requireFreePorts() {
        List<String> taken = servers().stream()
                .flatMap(server ->
                        server.ports().stream().filter(Ports::taken).map(port -> port + " (" + server.name() + ")"))
                .toList();
        if (!taken.isEmpty()) {
            throw new Refusal("Taken by another program: port "
                    + String.join(", ", taken)
                    + ". End that program, or move all our ports, e.g. --port-offset 1000");
        }
    }
}
