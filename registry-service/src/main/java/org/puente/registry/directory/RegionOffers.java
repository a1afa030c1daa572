package org.puente.registry.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.DirectoryFact;
import org.puente.contracts.DirectoryFact.NodePublished;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.platform.json.Json;

/** All offers of the region, including restricted ones: the caller must check who may see them. */
@ApplicationScoped
public class RegionOffers {

    /** All offers that aren't withdrawn, by id. */
    public Uni<List<OfferPublished>> standing(Mutiny.Session session) {
        return states(
                session,
                "kind = 'offer' and status <> 'withdrawn'" + OwnerCondition.and("entry") + " order by subject, node",
                OfferPublished.class);
    }

    public Uni<List<NodePublished>> nodes(Mutiny.Session session) {
        return states(session, "kind = 'node' order by node", NodePublished.class);
    }

    private static <T extends DirectoryFact> Uni<List<T>> states(
            Mutiny.Session session, String condition, Class<T> type) {
        return session.createNativeQuery("select state from entry where " + condition, String.class)
                .getResultList()
                .map(states ->
                        states.stream().map(state -> Json.read(state, type)).toList());
    }
}
