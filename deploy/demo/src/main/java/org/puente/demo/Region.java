package org.puente.demo;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.puente.contracts.NodeId;
import org.puente.kafka.Nodes;
import org.puente.kafka.ServiceNames;

/**
 * Where the services of a region that runs here are reached.
 *
 * @param firstPort port of the reporting-service, 8100 unless moved
 * @param realm address of the realm that issues tokens
 * @param secrets of institutions' clients and of people, by name; who is not in it has the local one
 */
public record Region(int firstPort, URI realm, Map<String, String> secrets) {
    /** Node n of this list has the ports {@code firstPort + 10 n} and the three that follow. */
    public static final List<String> NODES =
            Nodes.ofThisBuild().nodes().stream().map(NodeId::value).toList();

    /** How far above a service's port that of its management endpoints is: health and metrics. */
    public static final int MANAGEMENT = 500;

    /** One with the local secrets. */
    public Region(int firstPort, URI realm) {
        this(firstPort, realm, Map.of());
    }

    /** A region of which one service is there, at a port. */
    static Region where(String node, String service, int port, URI realm) {
        return new Region(port - new Region(0, realm).port(node, service), realm);
    }

    /** Address of a node's service, without a slash at the end. */
    public String of(String node, String service) {
        return "http://127.0.0.1:" + port(node, service);
    }

    /** Address of the service's management endpoints, without a slash at the end. */
    String managementOf(String node, String service) {
        return "http://127.0.0.1:" + (port(node, service) + MANAGEMENT);
    }

    private int port(String node, String service) {
        return service.equals(ServiceNames.OF_REGION)
                ? firstPort
                : firstPort + 10 * (NODES.indexOf(node) + 1) + ServiceNames.OF_NODE.indexOf(service);
    }

    public String reporting() {
        return of("region", ServiceNames.OF_REGION);
    }

    URI token() {
        return URI.create(realm + "/protocol/openid-connect/token");
    }

    /** Of an institution's client. */
    String clientSecret(String institution) {
        return secrets.getOrDefault(institution, "puente-dev");
    }

    /** Of a person of the pages. */
    String password(String person) {
        return secrets.getOrDefault(person, person);
    }
}
