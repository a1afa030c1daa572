package org.puente.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What a node's services need to know of the local region, as properties. */
final class NodeSettings {
    private NodeSettings() {}

    /**
     * @param kafka host and port
     * @param databases host and port
     * @param keys where the node's keys are, or are to be
     */
    static Map<String, String> of(String node, String kafka, String databases, Path keys) {
        NodeKeys pair = NodeKeys.ensure(keys, node);
        Map<String, String> settings = new HashMap<>();
        settings.put("puente.development", "true");
        settings.put("puente.node", node);
        settings.put("puente.db.address", databases);
        settings.put("puente.db.password", Secrets.PASSWORD);
        settings.put("kafka.bootstrap.servers", kafka);
        settings.put("puente.kafka.password", Secrets.PASSWORD);
        settings.put("puente.keys.public", pair.publicSet().toString());
        settings.put("puente.keys.private", pair.privateSet().toString());
        settings.put("puente.keys.signing", SigningKeys.ensure(keys, node).set().toString());
        settings.put("puente.pseudonym.secret", Secrets.pseudonyms(node));
        settings.put("puente.status.secret", Secrets.codes(node));
        settings.put("puente.ids.secret", Secrets.ids(node));
        return settings;
    }
}
