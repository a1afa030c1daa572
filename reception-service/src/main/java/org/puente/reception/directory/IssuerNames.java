package org.puente.reception.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.InstitutionId;
import org.puente.platform.json.Json;

/** The names of an own institution, as its papers show them. */
@ApplicationScoped
public class IssuerNames {
    private static final String READ = """
            select (select country from directory_node where own), name, coalesce(point_names, '{}')
            from directory_institution where own and id = :institution
            """;

    /**
     * @param country ISO 3166-1 alpha-3 of the node; null until its entry has arrived
     * @param institution its public name
     * @param points names of its reception points by id; those that have not arrived are missing
     */
    public record Names(String country, String institution, Map<String, String> points) {
        /** The name of a reception point; its id until the name has arrived. */
        public String point(String id) {
            return points.getOrDefault(id, id);
        }
    }

    /** The names of an institution that the directory has. */
    public Uni<Names> of(Mutiny.Session session, InstitutionId institution) {
        return session.createNativeQuery(READ, Object[].class)
                .setParameter("institution", institution.value())
                .getSingleResult()
                .map(row -> new Names((String) row[0], (String) row[1], points((String) row[2])));
    }

    /** The public name of an own institution; null until its entry has arrived. */
    public Uni<String> name(Mutiny.Session session, InstitutionId institution) {
        return session.createNativeQuery(
                        "select name from directory_institution where own and id = :institution", String.class)
                .setParameter("institution", institution.value())
                .getSingleResultOrNull();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> points(String json) {
        return Json.read(json, Map.class);
    }
}
