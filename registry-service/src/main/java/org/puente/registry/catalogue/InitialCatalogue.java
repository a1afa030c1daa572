package org.puente.registry.catalogue;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.DirectoryFact;
import org.puente.contracts.DirectoryStatus;
import org.puente.platform.persistence.Sequential;
import org.puente.platform.problems.FieldError;
import org.puente.registry.directory.Publishing;
import org.puente.registry.documents.Document;
import org.puente.registry.documents.Documents;
import org.puente.registry.forms.EntryForm;
import org.puente.registry.forms.EntryForm.Place;
import org.puente.registry.forms.InstitutionForm;
import org.puente.registry.forms.OfferForm;
import org.puente.registry.forms.Policy;

/** The initial entries of a node, before its institutions edit them. */
@ApplicationScoped
class InitialCatalogue {
    private final Documents documents;
    private final Publishing publishing;
    private final Policy policy;
    private final Clock clock;

    InitialCatalogue(Documents documents, Publishing publishing, Policy policy, Clock clock) {
        this.documents = documents;
        this.publishing = publishing;
        this.policy = policy;
        this.clock = clock;
    }

    /** An initial entry. */
    record Entry(Place place, EntryForm form) {
        String subject() {
            return switch (form) {
                case InstitutionForm institution -> "institution/" + place.id();
                case OfferForm offer -> "offer/" + place.id();
            };
        }
    }

    /**
     * Adds and publishes the entries that don't exist yet.
     *
     * @throws IllegalArgumentException if an entry has faults; then nothing is added
     */
    Uni<Void> add(Mutiny.Session session, List<Entry> entries) {
        entries.forEach(this::refuseFaults);
        List<DirectoryFact> states = new ArrayList<>();
        return documents
                .lock(session)
                .chain(() -> Sequential.each(entries, entry -> add(session, entry, states)))
                .chain(() -> publishing.publish(session, states));
    }

    private Uni<Void> add(Mutiny.Session session, Entry entry, List<DirectoryFact> states) {
        return documents.find(session, entry.subject()).chain(found -> {
            if (found != null) {
                return Uni.createFrom().voidItem();
            }
            Instant now = clock.instant();
            Document document = Document.of(entry.subject(), entry.place().institution(), entry.form(), now);
            states.add(entry.form().state(entry.place(), policy, DirectoryStatus.ACTIVE, document.publishedAt()));
            return session.persist(document);
        });
    }

    private void refuseFaults(Entry entry) {
        List<FieldError> faults =
                entry.form().faults(entry.place().node(), LocalDate.now(clock.withZone(ZoneOffset.UTC)));
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(entry.subject() + ": " + faults);
        }
    }
}
