package org.puente.platform.audit;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.platform.web.Caller;

/** Writes down who read or changed what, in the transaction of the deed. */
@ApplicationScoped
public class Audit {
    private final Clock clock;

    Audit(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param action what was done, such as {@code dossier.read}
     * @param subject the id it was done to; never a name
     * @param fields which fields were shown or changed, by name
     * @param why the ground: a referral, a consent, an order
     */
    public Uni<Void> add(
            Mutiny.Session session,
            Caller caller,
            String action,
            String subject,
            List<String> fields,
            String why) {
        AuditEntry entry = new AuditEntry();
        entry.at = clock.instant();
        entry.actor = caller.subject();
        entry.institution =
                caller.institution() == null ? caller.node().value() : caller.institution().value();
        entry.action = action;
        entry.subject = subject;
        entry.fields = String.join(",", fields);
        entry.why = why;
        return session.persist(entry);
    }
}
