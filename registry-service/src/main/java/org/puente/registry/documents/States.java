package org.puente.registry.documents;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.DirectoryFact;
import org.puente.contracts.DirectoryStatus;
import org.puente.platform.Node;
import org.puente.registry.forms.Availability;
import org.puente.registry.forms.EntryForm.Place;
import org.puente.registry.forms.Policy;

/** Computes the state that the node publishes from a document. */
@ApplicationScoped
public class States {
    private final Documents documents;
    private final Policy policy;
    private final OwnDay day;
    private final Node node;

    States(Documents documents, Policy policy, OwnDay day, Node node) {
        this.documents = documents;
        this.policy = policy;
        this.day = day;
        this.node = node;
    }

    /** Whether the entry may be used today; the status of an institution counts for its offers too. */
    public Uni<DirectoryStatus> status(Mutiny.Session session, Document document) {
        return day.today(session).chain(today -> status(session, document, today));
    }

    private Uni<DirectoryStatus> status(Mutiny.Session session, Document document, LocalDate today) {
        DirectoryStatus own = Availability.on(today, document.form());
        if (document.isInstitution()) {
            return Uni.createFrom().item(own);
        }
        return documents
                .find(session, "institution/" + document.owner())
                .map(institution -> institution == null
                        ? own
                        : Availability.least(own, Availability.on(today, institution.form())));
    }

    public DirectoryFact of(Document document, DirectoryStatus status) {
        Place place = new Place(node.id(), document.id(), document.owner());
        return document.form().state(place, policy, status, document.publishedAt);
    }
}
