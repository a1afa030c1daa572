package org.puente.platform.inbox;

import io.smallrye.common.net.HostName;
import io.smallrye.reactive.messaging.ClientCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gives each consumer a name of its own in its group (KIP-345). So an instance that was killed takes
 * its partitions again as soon as it is back, and need not wait until the broker gives up its former
 * self.
 */
@ApplicationScoped
class StaticMembership implements ClientCustomizer<Map<String, Object>> {
    private static final List<String> NOBODYS_OWN = List.of("localhost", "unknown-host");

    private final Optional<String> instance;

    /**
     * @param isStatic false for a membership that ends with the process
     * @param named what distinguishes this instance from others of the service, and stays the same
     *     when it is restarted; the full name of the host and the port if absent
     */
    StaticMembership(
            @ConfigProperty(name = "puente.kafka.static-members", defaultValue = "true") boolean isStatic,
            @ConfigProperty(name = "puente.instance") Optional<String> named,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        instance = named.or(() -> usual(HostName.getQualifiedHostName(), port)).filter(name -> isStatic);
    }

    /** Empty where the host has no name of its own: of two members of one name the broker stops one. */
    static Optional<String> usual(String host, int port) {
        return NOBODYS_OWN.contains(host.split("\\.", 2)[0]) ? Optional.empty() : Optional.of(host + "-" + port);
    }

    /** A service may have several consumers, each with a channel of its own. */
    @Override
    public Map<String, Object> customize(String channel, Config channelConfig, Map<String, Object> config) {
        if (instance.isEmpty() || !config.containsKey(ConsumerConfig.GROUP_ID_CONFIG)) {
            return config;
        }
        Map<String, Object> named = new HashMap<>(config);
        String name = (instance.get() + "." + channel).replaceAll("[^a-zA-Z0-9._-]", "-");
        named.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, name);
        return named;
    }
}
