package org.puente.reception.returns.amending;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.platform.json.Json;
import org.puente.platform.web.Query;
import org.puente.reception.returns.Registration;
import org.puente.reception.returns.ReturnCase;

/**
 * The history of a return: which fields were changed, when, by whom and because of which request. The
 * former values are not kept: what was wrong of a person must be gone.
 */
@ApplicationScoped
class ReturnChanges {
    private static final String ADD = """
            insert into return_change (case_id, version, changed_at, institution, fields, data_request_id)
            values (:case, :version, :at, :institution, :fields, cast(:request as uuid))
            """;

    private static final String IS_RECTIFICATION = """
            select count(*) from data_request_key
            where id = :request and case_id = :case and kind = 'rectification'
            """;

    /** Records the change that gave the return its version. */
    Uni<Void> add(
            Mutiny.Session session, ReturnCase returnCase, Registration before, Registration after, UUID request) {
        return add(session, returnCase, returnCase.modifiedAt(), before, after, request);
    }

    /** As above, of a change that the return's time of modification does not show. */
    Uni<Void> add(
            Mutiny.Session session,
            ReturnCase returnCase,
            Instant at,
            Registration before,
            Registration after,
            UUID request) {
        return session.createNativeQuery(ADD)
                .setParameter("case", returnCase.id().value())
                .setParameter("version", returnCase.version())
                .setParameter("at", at)
                .setParameter("institution", returnCase.owner().value())
                .setParameter("fields", Json.write(fields(before, after)))
                .setParameter("request", request == null ? null : request.toString())
                .executeUpdate()
                .replaceWithVoid();
    }

    /**
     * @param request null where the change is of no request
     * @return fails with 400 where the case has no such request for rectification
     */
    Uni<Void> mustAsk(Mutiny.Session session, ReturnCase returnCase, UUID request) {
        if (request == null) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery(IS_RECTIFICATION, Long.class)
                .setParameter("request", request)
                .setParameter("case", returnCase.id().value())
                .getSingleResult()
                .invoke(found -> {
                    if (found == 0) {
                        throw Query.refused("dataRequest", "not-a-rectification-of-case");
                    }
                })
                .replaceWithVoid();
    }

    /** JSON pointers of the members that differ, down to two levels: {@code /person/familyNames}. */
    static List<String> fields(Registration before, Registration after) {
        List<String> fields = new ArrayList<>();
        differ(Json.mapper().valueToTree(before), Json.mapper().valueToTree(after), "", 2, fields);
        return fields;
    }

    private static void differ(JsonNode before, JsonNode after, String at, int levels, List<String> fields) {
        if (before.equals(after)) {
            return;
        }
        if (levels == 0 || !before.isObject() || !after.isObject()) {
            fields.add(at);
            return;
        }
        Set<String> names = new TreeSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        names.forEach(name -> differ(before.path(name), after.path(name), at + "/" + name, levels - 1, fields));
    }
}
