package org.puente.local;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.puente.contracts.NodeId;
import org.puente.kafka.Declaration;
import org.puente.kafka.Nodes;
import org.puente.kafka.Provisioning;

/** Provisions a local broker as production's is, but with one copy and the local password. */
final class LocalProvisioning {
    private LocalProvisioning() {}

    /**
     * @return what was changed, one line each
     */
    static List<String> run(String address, int partitions) {
        return run(KafkaLogin.of(address, Broker.ADMIN), partitions);
    }

    /**
     * @param nodes another list than that of this build
     * @return what was changed, one line each
     */
    static List<String> run(String address, int partitions, Nodes nodes) {
        return run(KafkaLogin.of(address, Broker.ADMIN), partitions, nodes);
    }

    /**
     * @param login of the super user
     * @return what was changed, one line each
     */
    static List<String> run(Map<String, Object> login, int partitions) {
        return run(login, partitions, Nodes.ofThisBuild());
    }

    private static List<String> run(Map<String, Object> login, int partitions, Nodes nodes) {
        Map<String, String> passwords = nodes.all().stream()
                .map(NodeId::value)
                .collect(Collectors.toMap(Function.identity(), p -> Secrets.PASSWORD));
        try (Admin admin = Admin.create(login)) {
            return new Provisioning(admin, new Declaration(nodes), partitions, 1).run(passwords);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted while provisioning the broker", e);
        }
    }
}
