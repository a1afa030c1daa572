package org.puente.reception.returns.retention;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.ErasureReason;
import org.puente.platform.json.Json;
import org.puente.reception.identity.Fingerprints;

/**
 * The ids of erased returns, as marks under the node's secret. A client without network may send a registration again
 * after its return was erased; the person must not come back by that. The marks stay as long as the facts of the case
 * do: under an id that was free again, another institution would be taken for the one that received the person.
 */
@ApplicationScoped
public class ErasedCaseIds implements ReturnErasureListener {
    private static final String ADD = """
            insert into erased_case (mark)
            select mark from json_array_elements_text(cast(cast(:marks as text) as json)) as mark
            on conflict do nothing
            """;

    private static final String FIND = """
            select mark from erased_case
            where mark in (select json_array_elements_text(cast(cast(:marks as text) as json)))
            """;

    private final Fingerprints fingerprints;

    ErasedCaseIds(Fingerprints fingerprints) {
        this.fingerprints = fingerprints;
    }

    /** Those of the ids whose return was erased, whosever it was. */
    public Uni<Set<CaseId>> among(Mutiny.Session session, Collection<CaseId> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        Map<String, CaseId> marks =
                ids.stream().distinct().collect(Collectors.toMap(id -> mark(id.value()), Function.identity()));
        return session.createNativeQuery(FIND, String.class)
                .setParameter("marks", Json.write(marks.keySet()))
                .getResultList()
                .map(found -> found.stream().map(marks::get).collect(Collectors.toSet()));
    }

    @Override
    public Uni<Void> erased(Mutiny.Session session, List<UUID> cases, ErasureReason why) {
        return session.createNativeQuery(ADD)
                .setParameter("marks", Json.write(cases.stream().map(this::mark).toList()))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** What stands for an id once its return is erased. */
    String mark(UUID id) {
        return fingerprints.ofContent(Json.write(List.of("erased case", id)));
    }
}
