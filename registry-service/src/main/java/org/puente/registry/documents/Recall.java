package org.puente.registry.documents;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.DirectoryFact;
import org.puente.contracts.DirectoryFact.InstitutionPublished;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DirectoryStatus;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.Stream;
import org.puente.contracts.Topic;
import org.puente.platform.Node;
import org.puente.platform.inbox.Received;
import org.puente.platform.persistence.Sequential;
import org.puente.platform.restore.OwnFacts;
import org.puente.registry.directory.Directory;
import org.puente.registry.forms.Availability;
import org.puente.registry.forms.EntryForm;
import org.puente.registry.forms.Policy;
import org.puente.registry.forms.PublishedForms;

/**
 * Brings this node's entries back to their published state, where a restored database has lost it:
 * an offer that was withdrawn since the backup must not be open again. A day of withdrawal that was
 * planned since the backup is lost: it was never published.
 */
@ApplicationScoped
class Recall implements OwnFacts {
    /**
     * More than anybody edits an entry between two backups, so that no lost ETag is used again; the
     * topic keeps only the last state.
     */
    private static final int LEAP = 1_000;

    private final Documents documents;
    private final Directory directory;
    private final Policy policy;
    private final OwnDay day;
    private final Node node;

    Recall(Documents documents, Directory directory, Policy policy, OwnDay day, Node node) {
        this.documents = documents;
        this.directory = directory;
        this.policy = policy;
        this.day = day;
        this.node = node;
    }

    @Override
    public List<Topic> topics(Collection<Topic> ofTheNode) {
        return List.of(new Topic(node.id(), Stream.DIRECTORY, null));
    }

    @Override
    public boolean precedesOthers() {
        return true;
    }

    /** Institutions come first: whether an offer may be used depends on its institution too. */
    @Override
    public Uni<Void> recall(Mutiny.Session session, List<Received> forgotten) {
        List<DirectoryFact> states = forgotten.stream()
                .flatMap(one -> one.fact().stream())
                .map(DirectoryFact.class::cast)
                .toList();
        return documents
                .lock(session)
                .chain(() -> directory.put(session, states))
                .chain(() -> day.today(session))
                .chain(today -> Sequential.each(
                                only(states, InstitutionPublished.class), state -> institution(session, state, today))
                        .chain(() -> Sequential.each(
                                only(states, OfferPublished.class), state -> offer(session, state, today))));
    }

    private static <T> List<T> only(List<DirectoryFact> states, Class<T> type) {
        return states.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private Uni<Void> institution(Mutiny.Session session, InstitutionPublished state, LocalDate today) {
        return documents.find(session, state.subject()).chain(document -> {
            EntryForm written = PublishedForms.institution(state, withdrawal(document, today));
            return keep(session, document, state.subject(), state.institution(), written, state.updatedAt());
        });
    }

    private Uni<Void> offer(Mutiny.Session session, OfferPublished state, LocalDate today) {
        return documents
                .find(session, "institution/" + state.institution())
                .map(owner -> standing(owner, today))
                .chain(ofOwner -> offer(session, state, ofOwner, today));
    }

    private Uni<Void> offer(Mutiny.Session session, OfferPublished state, DirectoryStatus ofOwner, LocalDate today) {
        return documents.find(session, state.subject()).chain(document -> {
            DirectoryStatus status = own(document, state, ofOwner, today);
            EntryForm written = PublishedForms.offer(state, status, withdrawal(document, today), policy);
            return keep(session, document, state.subject(), state.institution(), written, state.updatedAt());
        });
    }

    private static DirectoryStatus standing(Document document, LocalDate today) {
        return document == null ? DirectoryStatus.ACTIVE : Availability.on(today, document.form());
    }

    /**
     * The offer's own status. While an offer is closed because of its institution, its own status
     * is not published; then the status from the backup stays, and the offer opens again with the
     * institution.
     */
    private static DirectoryStatus own(
            Document document, OfferPublished state, DirectoryStatus ofOwner, LocalDate today) {
        boolean shutByOwner = ofOwner != DirectoryStatus.ACTIVE && state.status() == ofOwner;
        return shutByOwner ? standing(document, today) : state.status();
    }

    /** The day of withdrawal that was planned before the backup; null if it has come. */
    private static LocalDate withdrawal(Document document, LocalDate today) {
        LocalDate planned = document == null ? null : document.form().withdrawOn();
        return planned == null || !planned.isAfter(today) ? null : planned;
    }

    private static Uni<Void> keep(
            Mutiny.Session session,
            Document known,
            String subject,
            InstitutionId owner,
            EntryForm written,
            Instant publishedAt) {
        if (known == null) {
            Document document = Document.of(subject, owner, written, publishedAt);
            document.revision += LEAP;
            return session.persist(document);
        }
        if (known.publishedAt.isBefore(publishedAt)) {
            known.rewrite(written, publishedAt);
            known.publishedAt = publishedAt;
            known.revision += LEAP;
        }
        return Uni.createFrom().voidItem();
    }
}
