package org.puente.reception.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.LocalizedText;
import org.puente.contracts.NodeId;
import org.puente.contracts.OfferId;
import org.puente.platform.json.Json;

/** The services of the region, as far as the directory has arrived here. */
@ApplicationScoped
public class Services {
    private static final String READ = """
            select cast(json_build_object(
                'node', o.node, 'offerId', o.id, 'name', cast(o.name as json),
                'category', o.category, 'restricted', o.restricted, 'phone', o.phone,
                'institution', i.name, 'zone', n.timezone) as text)
            from json_to_recordset(cast(cast(:keys as text) as json))
                    as key (node text, "offerId" text)
            join directory_offer o on o.node = key.node and o.id = key."offerId"
            left join directory_institution i on i.node = o.node and i.id = o.institution
            left join directory_node n on n.id = o.node
            """;

    /** The key that finds a service. */
    public record Key(NodeId node, OfferId offerId) {}

    /**
     * @param restricted whether only named recipients may know of the service
     * @param phone E.164; null if none is public
     * @param institution its name; null until its entry has arrived
     * @param zone of the service's node; null until the node's entry has arrived
     */
    public record Service(
            NodeId node,
            OfferId offerId,
            LocalizedText name,
            String category,
            boolean restricted,
            String phone,
            String institution,
            ZoneId zone) {
        Key key() {
            return new Key(node, offerId);
        }
    }

    /** The services that are known; a missing one has no entry in the map. */
    public Uni<Map<Key, Service>> of(Mutiny.Session session, Collection<Key> keys) {
        if (keys.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return session.createNativeQuery(READ, String.class)
                .setParameter("keys", Json.write(keys))
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> Json.read(row, Service.class))
                        .collect(Collectors.toMap(Service::key, Function.identity())));
    }
}
