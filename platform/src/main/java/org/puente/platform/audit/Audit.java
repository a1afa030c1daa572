package org.puente.platform.audit;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.SlugId;
import org.puente.contracts.Source;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.web.Caller;
import org.puente.platform.web.Query;

/** Writes down who read or changed what, in the transaction of the action. */
@ApplicationScoped
public class Audit {
    /**
     * All actions that any service writes down. A query for another action is refused: its empty
     * answer would mean that nobody did it.
     */
    private static final Set<String> ACTIONS = new TreeSet<>(Set.of(
            "arrival.closed",
            "attachment.read",
            "attachment.sent",
            "attachments.listed",
            "capacity.corrected",
            "case.exported",
            "certificate.issued",
            "certificate.read",
            "certificate.revoked",
            "certificates.listed",
            "complaint.acknowledged",
            "complaint.answered",
            "complaint.read",
            "complaint.received",
            "consent.withdrawn",
            "data-request.answered",
            "data-request.read",
            "dead-letter.discarded",
            "dead-letter.mended",
            "dead-letter.refused",
            "dead-letter.replayed",
            "dossier.read",
            "entry.changed",
            "entry.created",
            "help.read",
            "help.voided",
            "manifest.read",
            "match.decided",
            "matches.read",
            "referral.previewed",
            "return.amended",
            "return.erased",
            "return.exported",
            "return.protection-ended",
            "return.read",
            "status-code.handed-out",
            "visit.recorded",
            "webhook.changed",
            "webhook.enabled",
            "webhook.registered",
            "webhook.removed",
            "webhook.secret-replaced"));

    private final Clock clock;

    Audit(Clock clock) {
        this.clock = clock;
    }

    /**
     * @throws ProblemException invalid that names the known actions
     */
    static void mustBeKnown(String action) {
        if (action != null && !ACTIONS.contains(action)) {
            throw Query.refused("action", "not-a-code", String.join(", ", ACTIONS));
        }
    }

    /**
     * @param action what was done, such as {@code dossier.read}
     * @param subject the id of what was read or changed; never a name
     * @param fields which fields were shown or changed, by name
     * @param why the ground: a referral, a consent, an order
     * @throws IllegalArgumentException for an action that auditors could not ask for
     */
    public Uni<Void> add(
            Mutiny.Session session, Caller caller, String action, String subject, List<String> fields, String why) {
        SlugId institution = caller.institution() == null ? caller.node() : caller.institution();
        return add(session, caller.subject(), institution, action, subject, fields, why);
    }

    /**
     * What a service does by itself, because of a fact or a clock.
     *
     * @param service stands in place of a person
     * @param institution that the case is of
     * @throws IllegalArgumentException for an action that auditors could not ask for
     */
    public Uni<Void> addByItself(
            Mutiny.Session session,
            Source service,
            InstitutionId institution,
            String action,
            String subject,
            List<String> fields,
            String why) {
        return add(session, service.toString(), institution, action, subject, fields, why);
    }

    private Uni<Void> add(
            Mutiny.Session session,
            String actor,
            SlugId institution,
            String action,
            String subject,
            List<String> fields,
            String why) {
        if (!ACTIONS.contains(action)) {
            throw new IllegalArgumentException(action);
        }
        AuditEntry entry = new AuditEntry();
        entry.at = clock.instant();
        entry.actor = actor;
        entry.institution = institution.value();
        entry.action = action;
        entry.subject = subject;
        entry.fields = String.join(",", fields);
        entry.why = why;
        return session.persist(entry);
    }
}
