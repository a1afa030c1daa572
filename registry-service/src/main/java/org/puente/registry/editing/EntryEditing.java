package org.puente.registry.editing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.OfferId;
import org.puente.platform.Node;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.problems.FieldError;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;
import org.puente.platform.web.Caller;
import org.puente.platform.web.ETags;
import org.puente.registry.directory.Directory;
import org.puente.registry.directory.Publishing;
import org.puente.registry.documents.Document;
import org.puente.registry.documents.Documents;
import org.puente.registry.documents.OwnDay;
import org.puente.registry.documents.Republishing;
import org.puente.registry.documents.States;
import org.puente.registry.forms.Availability;
import org.puente.registry.forms.CapacityForm;
import org.puente.registry.forms.EntryForm;
import org.puente.registry.forms.OfferForm;

/** Reads and writes the documents of editors, for both kinds of entries. */
@ApplicationScoped
class EntryEditing {
    private static final Set<String> WHAT_OFFERS_FOLLOW = Set.of("status", "withdrawOn");

    private final UnitOfWork work;
    private final Documents documents;
    private final States states;
    private final OwnDay day;
    private final Directory directory;
    private final Publishing publishing;
    private final Republishing republishing;
    private final EditAudit audit;
    private final Node node;
    private final Clock clock;

    EntryEditing(
            UnitOfWork work,
            Documents documents,
            States states,
            OwnDay day,
            Directory directory,
            Publishing publishing,
            Republishing republishing,
            EditAudit audit,
            Node node,
            Clock clock) {
        this.work = work;
        this.documents = documents;
        this.states = states;
        this.day = day;
        this.directory = directory;
        this.publishing = publishing;
        this.republishing = republishing;
        this.audit = audit;
        this.node = node;
        this.clock = clock;
    }

    /** An entry for its own institution; 404 for everybody else. */
    Uni<StoredDocument> read(Caller caller, String subject) {
        return work.read(session -> owned(session, caller, subject).chain(document -> kept(session, document, false)));
    }

    Uni<Document> owned(Mutiny.Session session, Caller caller, String subject) {
        return documents.find(session, subject).invoke(document -> {
            if (document == null) {
                throw ProblemException.notFound();
            }
            caller.mustBe(document.owner());
        });
    }

    private Uni<StoredDocument> kept(Mutiny.Session session, Document document, boolean created) {
        return states.status(session, document).map(status -> new StoredDocument(document, status, created));
    }

    /**
     * Creates an entry or replaces it.
     *
     * @param check of what needs more than the form itself
     */
    Uni<StoredDocument> write(
            Caller caller,
            String kind,
            String id,
            String ifMatch,
            EntryForm form,
            Function<Mutiny.Session, Uni<Void>> check) {
        String subject = kind + "/" + id;
        return work.run(session -> locked(session, subject)
                .call(found -> mayWrite(session, caller, id, found))
                .call(found -> refuseFaults(session, form).chain(() -> check.apply(session)))
                .chain(found -> found == null
                        ? create(session, caller, subject, ifMatch, form)
                        : replace(session, caller, found, ifMatch, form)));
    }

    private Uni<Document> locked(Mutiny.Session session, String subject) {
        return documents.lock(session).chain(() -> documents.find(session, subject));
    }

    /** Replaces the places of an offer and nothing else of it. */
    Uni<StoredDocument> changeCapacity(Caller caller, OfferId id, String ifMatch, CapacityForm places) {
        return work.run(session -> documents
                .lock(session)
                .chain(() -> owned(session, caller, "offer/" + id))
                .invoke(offer -> refuseFaults(places))
                .chain(offer -> replace(
                        session,
                        caller,
                        offer,
                        ifMatch,
                        offer.form(OfferForm.class).withCapacity(places))));
    }

    private Uni<Void> mayWrite(Mutiny.Session session, Caller caller, String id, Document found) {
        if (caller.institution() == null) {
            throw ProblemException.notFound();
        }
        if (found != null) {
            caller.mustBe(found.owner());
            return Uni.createFrom().voidItem();
        }
        return directory
                .nodes(session)
                .invoke(nodes -> {
                    if (!node.id().owns(new OfferId(id), nodes)) {
                        // One answer for an id of another node and for an id that doesn't exist.
                        throw ProblemException.of(ProblemKind.NOT_FOUND, "foreign-id", node.id() + "-");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> refuseFaults(Mutiny.Session session, EntryForm form) {
        if (form == null) {
            throw ProblemException.invalid(FieldError.of("", "missing"));
        }
        return day.today(session)
                .invoke(today -> {
                    LocalDate utc = LocalDate.now(clock.withZone(ZoneOffset.UTC));
                    List<FieldError> faults = new ArrayList<>(form.faults(node.id(), utc));
                    faults.addAll(Availability.faults(today, form));
                    ProblemException.refuse(faults);
                })
                .replaceWithVoid();
    }

    private static void refuseFaults(CapacityForm places) {
        ProblemException.refuse(places == null ? List.of(FieldError.of("", "missing")) : places.faults());
    }

    private Uni<StoredDocument> create(
            Mutiny.Session session, Caller caller, String subject, String ifMatch, EntryForm form) {
        if (ifMatch != null) {
            throw ProblemException.stale();
        }
        Document document = Document.of(subject, caller.institution(), form, clock.instant());
        return session.persist(document)
                .chain(() -> audit.created(session, caller, document))
                .chain(() -> kept(session, document, true))
                .call(kept -> publish(session, kept));
    }

    private Uni<StoredDocument> replace(
            Mutiny.Session session, Caller caller, Document document, String ifMatch, EntryForm form) {
        ETags.mustMatch(ifMatch, document.revision());
        EntryForm before = document.form();
        List<String> changed = document.rewrite(form, clock.instant());
        if (changed.isEmpty()) {
            return kept(session, document, false);
        }
        return audit.changed(session, caller, document, before, changed)
                .chain(() -> kept(session, document, false))
                .call(kept -> publish(session, kept))
                .call(kept -> republishOffers(session, document, changed));
    }

    private Uni<Void> publish(Mutiny.Session session, StoredDocument kept) {
        return publishing.publish(session, List.of(states.of(kept.document(), kept.status())));
    }

    private Uni<Void> republishOffers(Mutiny.Session session, Document document, List<String> changed) {
        return document.isInstitution() && changed.stream().anyMatch(WHAT_OFFERS_FOLLOW::contains)
                ? republishing.follow(session).replaceWithVoid()
                : Uni.createFrom().voidItem();
    }
}
