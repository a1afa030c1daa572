package org.puente.registry.upkeep;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.OfferId;
import org.puente.platform.Node;
import org.puente.platform.UnitOfWork;
import org.puente.platform.web.Answer;
import org.puente.platform.web.Caller;
import org.puente.platform.web.ETags;
import org.puente.platform.web.FieldError;
import org.puente.platform.web.Refusal;
import org.puente.registry.directory.Publishing;
import org.puente.registry.upkeep.Form.Place;

/** How an editor's document gets in and out, of whatever kind the entry is. */
@ApplicationScoped
class Upkeep {
    private final UnitOfWork work;
    private final Documents documents;
    private final Publishing publishing;
    private final Policy policy;
    private final Node node;
    private final Clock clock;

    Upkeep(
            UnitOfWork work,
            Documents documents,
            Publishing publishing,
            Policy policy,
            Node node,
            Clock clock) {
        this.work = work;
        this.documents = documents;
        this.publishing = publishing;
        this.policy = policy;
        this.node = node;
        this.clock = clock;
    }

    /** A rule that a form must meet beyond itself. */
    interface Rule {
        Uni<Void> check(Mutiny.Session session);
    }

    /** A document for its owner's eyes, with its revision as ETag; 404 for everybody else. */
    Uni<Document> read(Caller caller, String subject) {
        return work.read(session -> owned(session, caller, subject));
    }

    Uni<Document> owned(Mutiny.Session session, Caller caller, String subject) {
        return documents
                .find(session, subject)
                .invoke(
                        document -> {
                            if (document == null) {
                                throw Refusal.notFound();
                            }
                            caller.mustBe(document.owner());
                        });
    }

    /** Creates an entry or replaces it. */
    Uni<Answer> write(Caller caller, String kind, String id, String ifMatch, Form form, Rule rule) {
        String subject = kind + "/" + id;
        return work.run(
                session ->
                        documents
                                .lock(session)
                                .chain(() -> documents.find(session, subject))
                                .invoke(found -> mayWrite(caller, id, found))
                                .invoke(found -> refuseFaults(form))
                                .call(found -> rule.check(session))
                                .chain(
                                        found ->
                                                found == null
                                                        ? create(
                                                                session, caller, subject, ifMatch,
                                                                form)
                                                        : replace(session, found, ifMatch, form)));
    }

    /** Replaces the places of an offer and leaves the rest of it as it is. */
    Uni<Answer> changeCapacity(Caller caller, OfferId id, String ifMatch, CapacityForm places) {
        return work.run(
                session ->
                        documents
                                .lock(session)
                                .chain(() -> owned(session, caller, "offer/" + id))
                                .chain(offer -> replaceCapacity(session, offer, ifMatch, places)));
    }

    private Uni<Answer> replaceCapacity(
            Mutiny.Session session, Document offer, String ifMatch, CapacityForm places) {
        refuse(places == null ? List.of(FieldError.of("", "missing")) : places.faults());
        OfferForm form = offer.form(OfferForm.class).withCapacity(places);
        return replace(session, offer, ifMatch, form)
                .map(answer -> Answer.ok(places).version(offer.revision));
    }

    private void mayWrite(Caller caller, String id, Document found) {
        if (caller.institution() == null) {
            throw Refusal.notFound();
        }
        if (found != null) {
            caller.mustBe(found.owner());
        } else if (!id.startsWith(node.id() + "-")) {
            // The same for what exists at another node and for what exists nowhere.
            throw new Refusal(404, "foreign-id", List.of(), node.id() + "-");
        }
    }

    private void refuseFaults(Form form) {
        refuse(
                form == null
                        ? List.of(FieldError.of("", "missing"))
                        : form.faults(node.id(), LocalDate.now(clock.withZone(ZoneOffset.UTC))));
    }

    private static void refuse(List<FieldError> faults) {
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
    }

    private Uni<Answer> create(
            Mutiny.Session session, Caller caller, String subject, String ifMatch, Form form) {
        if (ifMatch != null) {
            throw Refusal.stale();
        }
        Document document = Document.of(subject, caller.institution(), form, clock.instant());
        return session.persist(document)
                .chain(() -> publish(session, document, form))
                .replaceWith(
                        () ->
                                Answer.created("/v1/" + path(subject), form)
                                        .version(document.revision));
    }

    private static String path(String subject) {
        return subject.replace("institution/", "institutions/").replace("offer/", "offers/");
    }

    private Uni<Answer> replace(
            Mutiny.Session session, Document document, String ifMatch, Form form) {
        ETags.mustMatch(ifMatch, document.revision);
        Uni<Void> published =
                document.rewrite(form, clock.instant())
                        ? publish(session, document, form)
                        : Uni.createFrom().voidItem();
        return published.replaceWith(() -> Answer.ok(form).version(document.revision));
    }

    private Uni<Void> publish(Mutiny.Session session, Document document, Form form) {
        return publishing.publish(
                session, List.of(form.state(place(document), policy, document.publishedAt)));
    }

    private Place place(Document document) {
        return new Place(node.id(), document.id(), document.owner());
    }
}
