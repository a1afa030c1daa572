package org.puente.registry.editing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.platform.audit.Audit;
import org.puente.platform.web.Caller;
import org.puente.registry.documents.Document;
import org.puente.registry.forms.CapacityForm;
import org.puente.registry.forms.EntryForm;
import org.puente.registry.forms.OfferForm;

/** Records who changed which entry by hand; for places also the old and the new number. */
@ApplicationScoped
class EditAudit {
    private static final String BY_HAND = "by hand";

    private final Audit audit;

    EditAudit(Audit audit) {
        this.audit = audit;
    }

    Uni<Void> created(Mutiny.Session session, Caller caller, Document document) {
        return audit.add(session, caller, "entry.created", document.subject(), List.of(), BY_HAND);
    }

    /**
     * @param before the form before the change
     * @param changed names of fields, at least one
     */
    Uni<Void> changed(
            Mutiny.Session session, Caller caller, Document document, EntryForm before, List<String> changed) {
        Uni<Void> entry = audit.add(session, caller, "entry.changed", document.subject(), changed, BY_HAND);
        if (!changed.contains("capacity")
                || !(before instanceof OfferForm was)
                || !(document.form() instanceof OfferForm is)) {
            return entry;
        }
        String fromTo = "from " + text(was.capacity()) + " to " + text(is.capacity());
        return entry.chain(() -> audit.add(
                session,
                caller,
                "capacity.corrected",
                document.subject(),
                List.of("capacity"),
                BY_HAND + ", " + fromTo));
    }

    private static String text(CapacityForm places) {
        return places == null
                ? "no limit"
                : places.maximum() + " " + places.unit().code();
    }
}
