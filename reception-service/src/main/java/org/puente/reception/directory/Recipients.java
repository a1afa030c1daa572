package org.puente.reception.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.platform.json.Json;

/** Those whom a consent may name as recipients, for people who are told who gets their data. */
@ApplicationScoped
public class Recipients {
    /** Where two nodes have an institution of one id, that of the longer node's id owns it. */
    private static final String READ = """
            select cast(json_build_object(
                'country', (select country from directory_node where own),
                'countries', (select coalesce(json_agg(distinct country), '[]') from directory_node
                              where country is not null),
                'institutions', (
                    select coalesce(json_agg(json_build_object(
                        'id', i.id, 'name', i.name,
                        'discreet', not coalesce((select bool_and(not o.restricted) from directory_offer o
                                                  where o.node = i.node and o.institution = i.id), false))), '[]')
                    from (select distinct on (id) node, id, name from directory_institution
                          where id in (select json_array_elements_text(cast(cast(:ids as text) as json)))
                          order by id, length(node) desc) i)) as text)
            """;

    /**
     * @param discreet whether it has a restricted offer, or none that is open: to name it could show a stranger where the
     *     person is. A shelter whose offer has ended, or has not come yet, looks like one without offers
     */
    public record Institution(String id, String name, boolean discreet) {}

    /**
     * @param country ISO 3166-1 alpha-3 of the own node; null until its entry has arrived
     * @param countries those of all nodes whose entries have arrived
     * @param institutions those that the directory has
     */
    public record Known(String country, List<String> countries, List<Institution> institutions) {
        /** By their ids. */
        public Map<String, Institution> byId() {
            return institutions.stream().collect(Collectors.toMap(Institution::id, Function.identity()));
        }
    }

    /**
     * @param scopes of consents; {@code node} and {@code region} may be among them
     */
    public Uni<Known> of(Mutiny.Session session, Collection<String> scopes) {
        return session.createNativeQuery(READ, String.class)
                .setParameter("ids", Json.write(scopes))
                .getSingleResult()
                .map(row -> Json.read(row, Known.class));
    }
}
