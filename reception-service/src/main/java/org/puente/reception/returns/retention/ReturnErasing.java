package org.puente.reception.returns.retention;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.ErasureReason;
import org.puente.platform.json.Json;
import org.puente.platform.outbox.Outbox;
import org.puente.platform.outbox.Outgoing;
import org.puente.platform.persistence.JsonIds;
import org.puente.platform.persistence.Sequential;
import org.puente.reception.identity.Persons;
import org.puente.reception.returns.Facts;
import org.puente.reception.returns.ReturnCase;
import org.puente.reception.returns.dossiers.Dossiers;
import org.puente.reception.returns.dossiers.PermittedPurposes;

/**
 * Erases returns: all personal data, which stands here in the clear, is deleted, the sealed dossiers are taken back,
 * and the other services of the node are told to erase what they hold beyond facts. The facts stay on their topics;
 * they name nobody.
 */
@ApplicationScoped
public class ReturnErasing {
    private static final PermittedPurposes NOTHING = new PermittedPurposes(false, false);

    /** If the person has another return, the document stays known through that return. */
    private static final String LEAVE = """
        update %2$s d set case_id =
            (select r.case_id from return_case r
             where r.person_id = d.person_id and r.case_id not in %1$s
             order by r.case_id limit 1)
        where d.case_id in %1$s
          and exists (select 1 from return_case r
                      where r.person_id = d.person_id and r.case_id not in %1$s)
        """;

    private static final String DELETE = "delete from %2$s where case_id in %1$s";

    private static final List<String> ERASE = List.of(
            LEAVE.formatted(JsonIds.IDS, "person_document"),
            LEAVE.formatted(JsonIds.IDS, "person_document_other"),
            DELETE.formatted(JsonIds.IDS, "person_document"),
            DELETE.formatted(JsonIds.IDS, "person_document_other"),
            DELETE.formatted(JsonIds.IDS, "case_fact"),
            DELETE.formatted(JsonIds.IDS, "help_recipient"),
            DELETE.formatted(JsonIds.IDS, "reception_departure"),
            DELETE.formatted(JsonIds.IDS, "consent"),
            DELETE.formatted(JsonIds.IDS, "return_case"));

    private final List<ReturnErasureListener> listeners;
    private final Persons persons;
    private final Dossiers dossiers;
    private final Outbox outbox;
    private final Clock clock;

    ReturnErasing(
            @All List<ReturnErasureListener> listeners,
            Persons persons,
            Dossiers dossiers,
            Outbox outbox,
            Clock clock) {
        this.listeners = listeners;
        this.persons = persons;
        this.dossiers = dossiers;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * @param cases locked; the caller must not use them afterwards
     */
    public Uni<Void> erase(Mutiny.Session session, List<ReturnCase> cases, ErasureReason why) {
        return outbox.add(session, facts(cases, why)).chain(() -> delete(session, cases, why));
    }

    /**
     * Erases what a restored backup has brought back. Nothing is published of it: it was, at the time.
     *
     * @param cases locked; the caller must not use them afterwards
     */
    public Uni<Void> eraseAgain(Mutiny.Session session, List<ReturnCase> cases) {
        return delete(session, cases, ErasureReason.OTHER);
    }

    private Uni<Void> delete(Mutiny.Session session, List<ReturnCase> cases, ErasureReason why) {
        List<UUID> ids =
                cases.stream().map(returnCase -> returnCase.id().value()).toList();
        return session.flush()
                .invoke(session::clear)
                .chain(() -> Sequential.each(listeners, listener -> listener.erased(session, ids, why)))
                .chain(() -> persons.lockDocuments(session, ids))
                .chain(() -> Sequential.each(ERASE, sql -> erase(session, sql, ids)));
    }

    private List<Outgoing> facts(List<ReturnCase> cases, ErasureReason why) {
        Instant at = clock.instant();
        return cases.stream()
                .flatMap(returnCase -> Stream.concat(
                        dossiers.end(returnCase, NOTHING, why, at).stream(),
                        Stream.of(Outgoing.of(Facts.erased(returnCase, at), at))))
                .toList();
    }

    private static Uni<Integer> erase(Mutiny.Session session, String sql, List<UUID> ids) {
        return session.createNativeQuery(sql)
                .setParameter("ids", Json.write(ids))
                .executeUpdate();
    }
}
