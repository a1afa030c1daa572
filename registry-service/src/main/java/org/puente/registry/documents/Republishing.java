package org.puente.registry.documents;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.DirectoryFact;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DirectoryStatus;
import org.puente.contracts.InstitutionId;
import org.puente.platform.Node;
import org.puente.registry.directory.Directory;
import org.puente.registry.directory.Publishing;
import org.puente.registry.forms.Availability;

/**
 * Publishes offers anew if their published state no longer follows from their documents. The
 * policy, which is configuration, may have changed while the service was down; the institution may
 * have changed its status; the day of a withdrawal may have come.
 */
@ApplicationScoped
public class Republishing {
    private final Documents documents;
    private final Directory directory;
    private final Publishing publishing;
    private final States states;
    private final OwnDay day;
    private final Node node;
    private final Clock clock;

    Republishing(
            Documents documents,
            Directory directory,
            Publishing publishing,
            States states,
            OwnDay day,
            Node node,
            Clock clock) {
        this.documents = documents;
        this.directory = directory;
        this.publishing = publishing;
        this.states = states;
        this.day = day;
        this.node = node;
        this.clock = clock;
    }

    /**
     * @return how many offers were published anew
     */
    public Uni<Integer> follow(Mutiny.Session session) {
        return documents
                .lock(session)
                .chain(() -> day.today(session))
                .chain(today -> changed(session, today))
                .call(changed -> publishing.publish(session, changed))
                .map(List::size);
    }

    private Uni<List<DirectoryFact>> changed(Mutiny.Session session, LocalDate today) {
        return documents
                .institutions(session)
                .map(institutions -> statuses(institutions, today))
                .chain(owners -> directory
                        .of(session, node.id(), "offer", OfferPublished.class)
                        .map(Republishing::bySubject)
                        .chain(published ->
                                documents.offers(session).map(offers -> changed(offers, today, owners, published))));
    }

    private static Map<InstitutionId, DirectoryStatus> statuses(List<Document> institutions, LocalDate today) {
        return institutions.stream()
                .collect(Collectors.toMap(Document::owner, one -> Availability.on(today, one.form())));
    }

    private static Map<String, OfferPublished> bySubject(List<OfferPublished> published) {
        return published.stream().collect(Collectors.toMap(OfferPublished::subject, Function.identity()));
    }

    private List<DirectoryFact> changed(
            List<Document> offers,
            LocalDate today,
            Map<InstitutionId, DirectoryStatus> owners,
            Map<String, OfferPublished> published) {
        List<DirectoryFact> changed = new ArrayList<>();
        for (Document offer : offers) {
            DirectoryStatus owner = owners.getOrDefault(offer.owner(), DirectoryStatus.ACTIVE);
            DirectoryStatus status = Availability.least(owner, Availability.on(today, offer.form()));
            if (!states.of(offer, status).equals(published.get(offer.subject))) {
                offer.publishAgain(clock.instant());
                changed.add(states.of(offer, status));
            }
        }
        return changed;
    }
}
