package org.puente.platform.testing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.puente.contracts.NodeId;
import org.puente.kafka.Declaration;
import org.puente.kafka.Nodes;
import org.puente.kafka.Provisioning;
import org.puente.local.Backbone;

/** A node that joins the region while tests run, let in as every node is. */
public final class Newcomer {
    /** Whoever is not on the list that is provisioned loses its rights. */
    private static final Set<NodeId> JOINED = new LinkedHashSet<>();

    private Newcomer() {}

    /** Makes its topics and its principal; a second call changes nothing. */
    public static synchronized void joins(String node) {
        Backbone backbone = Backbone.forTests();
        Nodes present = Nodes.ofThisBuild();
        List<NodeId> all = new ArrayList<>(present.nodes());
        JOINED.add(new NodeId(node));
        all.addAll(JOINED);
        Nodes nodes = new Nodes(all, present.region());
        Map<String, String> passwords = nodes.all().stream()
                .map(NodeId::value)
                .collect(Collectors.toMap(Function.identity(), n -> backbone.password()));
        try (Admin admin = Admin.create(backbone.kafkaAdmin())) {
            new Provisioning(admin, new Declaration(nodes), 1, 1).run(passwords);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
