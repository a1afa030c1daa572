package org.puente.registry.upkeep;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.OfferId;
import org.puente.platform.Node;
import org.puente.registry.directory.Directory;
import org.puente.registry.directory.Publishing;
import org.puente.registry.upkeep.Form.Place;

/**
 * Publishes anew the offers whose state is no longer what their documents and the policy say: the
 * policy is configuration, which may have changed while the service was down.
 */
@ApplicationScoped
public class PolicyChange {
    private final Documents documents;
    private final Directory directory;
    private final Publishing publishing;
    private final Policy policy;
    private final Node node;
    private final Clock clock;

    PolicyChange(
            Documents documents,
            Directory directory,
            Publishing publishing,
            Policy policy,
            Node node,
            Clock clock) {
        this.documents = documents;
        this.directory = directory;
        this.publishing = publishing;
        this.policy = policy;
        this.node = node;
        this.clock = clock;
    }

    /**
     * @return how many offers were published anew
     */
    public Uni<Integer> follow(Mutiny.Session session) {
        return documents
                .lock(session)
                .chain(() -> directory.of(session, node.id(), "offer", OfferPublished.class))
                .chain(
                        published ->
                                documents
                                        .offers(session)
                                        .map(offers -> changed(offers, byId(published))))
                .call(states -> publishing.publish(session, states))
                .map(List::size);
    }

    private static Map<OfferId, OfferPublished> byId(List<OfferPublished> published) {
        return published.stream()
                .collect(Collectors.toMap(OfferPublished::offerId, Function.identity()));
    }

    private List<OfferPublished> changed(
            List<Document> offers, Map<OfferId, OfferPublished> published) {
        List<OfferPublished> states = new ArrayList<>();
        for (Document document : offers) {
            OfferPublished due = state(document);
            if (!due.equals(published.get(due.offerId()))) {
                document.publishAgain(clock.instant());
                states.add(state(document));
            }
        }
        return states;
    }

    private OfferPublished state(Document document) {
        Place place = new Place(node.id(), document.id(), document.owner());
        return document.form(OfferForm.class).state(place, policy, document.publishedAt);
    }
}
