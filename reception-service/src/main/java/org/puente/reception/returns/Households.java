package org.puente.reception.returns;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.platform.json.Json;

/** The people who are registered with a household. */
@ApplicationScoped
public class Households {
    /** A client makes the ids of households, and may give one to everybody. */
    private static final int MAX_MEMBERS = 50;

    private static final String SIZES = """
            select household_id, count(*) from return_case
            where household_id in (
                select cast(id as uuid) from json_array_elements_text(cast(cast(:ids as text) as json)) as id)
            group by household_id
            """;

    /** How many people are registered with each household; those without anybody are absent. */
    public Uni<Map<UUID, Integer>> sizes(Mutiny.Session session, Set<UUID> households) {
        return households.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : session.createNativeQuery(SIZES, Object[].class)
                        .setParameter("ids", Json.write(households))
                        .getResultList()
                        .map(rows -> rows.stream()
                                .collect(Collectors.toMap(row -> (UUID) row[0], row -> ((Number) row[1]).intValue())));
    }

    /** The others whom the same institution has registered with the household, oldest first; not more than fifty. */
    public Uni<List<HouseholdMember>> others(Mutiny.Session session, ReturnCase returnCase) {
        return returnCase.householdId == null
                ? Uni.createFrom().item(List.of())
                : session.createQuery(
                                "from ReturnCase where householdId = :household and institution = :institution"
                                        + " and caseId <> :case order by registeredAt, caseId",
                                ReturnCase.class)
                        .setParameter("household", returnCase.householdId)
                        .setParameter("institution", returnCase.institution)
                        .setParameter("case", returnCase.caseId)
                        .setMaxResults(MAX_MEMBERS)
                        .setReadOnly(true)
                        .getResultList()
                        .map(others -> others.stream().map(HouseholdMember::of).toList());
    }
}
