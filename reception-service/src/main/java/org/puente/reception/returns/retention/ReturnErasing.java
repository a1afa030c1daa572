package org.puente.reception.returns.retention;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.ErasureReason;
import org.puente.platform.json.Json;
import org.puente.platform.outbox.Outbox;
import org.puente.platform.outbox.Outgoing;
import org.puente.platform.persistence.Sequential;
import org.puente.reception.returns.ReturnCase;
import org.puente.reception.returns.dossiers.Dossiers;
import org.puente.reception.returns.dossiers.PermittedPurposes;

/**
 * Erases returns: all personal data, which stands here in the clear, is deleted, and the sealed
 * dossiers are taken back. The facts stay on their topics; they name nobody.
 */
@ApplicationScoped
public class ReturnErasing {
    private static final PermittedPurposes NOTHING = new PermittedPurposes(false, false);

    private static final String IDS =
            "(select cast(json_array_elements_text(cast(cast(:ids as text) as json)) as uuid))";

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
            LEAVE.formatted(IDS, "person_document"),
            LEAVE.formatted(IDS, "person_document_other"),
            DELETE.formatted(IDS, "person_document"),
            DELETE.formatted(IDS, "person_document_other"),
            DELETE.formatted(IDS, "person_match"),
            DELETE.formatted(IDS, "person_decision"),
            "delete from person_decision where other_case_id in " + IDS,
            DELETE.formatted(IDS, "case_fact"),
            DELETE.formatted(IDS, "help_recipient"),
            DELETE.formatted(IDS, "reception_departure"),
            DELETE.formatted(IDS, "consent"),
            DELETE.formatted(IDS, "return_case"));

    private final Dossiers dossiers;
    private final Outbox outbox;
    private final Clock clock;

    ReturnErasing(Dossiers dossiers, Outbox outbox, Clock clock) {
        this.dossiers = dossiers;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * @param cases locked; the caller must not use them afterwards
     */
    public Uni<Void> erase(Mutiny.Session session, List<ReturnCase> cases, ErasureReason why) {
        List<UUID> ids =
                cases.stream().map(returnCase -> returnCase.id().value()).toList();
        return outbox.add(session, ends(cases, why))
                .call(session::flush)
                .invoke(session::clear)
                .chain(() -> Sequential.each(ERASE, sql -> erase(session, sql, ids)));
    }

    private List<Outgoing> ends(List<ReturnCase> cases, ErasureReason why) {
        Instant at = clock.instant();
        return cases.stream()
                .flatMap(returnCase -> dossiers.end(returnCase, NOTHING, why, at).stream())
                .toList();
    }

    private static Uni<Integer> erase(Mutiny.Session session, String sql, List<UUID> ids) {
        return session.createNativeQuery(sql)
                .setParameter("ids", Json.write(ids))
                .executeUpdate();
    }
}
