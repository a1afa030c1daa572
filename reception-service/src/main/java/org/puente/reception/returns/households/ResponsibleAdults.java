package org.puente.reception.returns.households;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.HouseholdId;
import org.puente.contracts.InstitutionId;
import org.puente.platform.json.Json;
import org.puente.platform.persistence.JsonIds;
import org.puente.platform.problems.FieldError;
import org.puente.reception.returns.Registration;
import org.puente.reception.returns.ResponsibleAdult;
import org.puente.reception.returns.ReturnCase;
import org.puente.reception.returns.Returns;

/**
 * Whether those who are said to be responsible for a child are adults of its household. Another institution's case
 * looks as if it did not exist. Since an adult has nobody responsible, there are no circles.
 */
@ApplicationScoped
public class ResponsibleAdults {
    /** Only the household is looked through; its index finds it. */
    private static final String CHILDREN = """
            select count(*) from return_case
            where household_id = :household and institution = :institution
              and exists (select from json_array_elements(cast(content as json) -> 'responsible') as one
                          where one ->> 'caseId' = :adult)
            """;

    /** Only the households of these adults are looked through; an index finds them. */
    private static final String CHILDREN_OF = """
            select distinct child.case_id from return_case adult
            join return_case child on child.household_id = adult.household_id
                and child.institution = adult.institution
            where adult.case_id in %1$s
              and child.case_id not in %1$s
              and exists (select from json_array_elements(cast(child.content as json) -> 'responsible') as one
                          where one ->> 'caseId' = cast(adult.case_id as text))
            """.formatted(JsonIds.IDS);

    /**
     * The children for whom these adults are responsible, locked, but for those who are among the adults. Whoever locks
     * adults and their children locks the children first, as an amendment of a child does: so the two never wait for
     * each other.
     */
    public Uni<List<ReturnCase>> lockChildrenOf(Mutiny.Session session, List<UUID> adults) {
        return session.createNativeQuery(CHILDREN_OF, UUID.class)
                .setParameter("ids", Json.write(adults))
                .getResultList()
                .chain(children -> Returns.lockAll(session, children));
    }

    /**
     * What is wrong with the adults whom new registrations name. Registrations that name nobody cost no statement.
     *
     * @param registrations by the ids that their cases will have; they may name each other
     * @return by the ids of the cases; those without errors are absent
     */
    public Uni<Map<CaseId, List<FieldError>>> broken(
            Mutiny.Session session, InstitutionId owner, Map<CaseId, Registration> registrations) {
        List<UUID> stored = registrations.values().stream()
                .flatMap(of -> of.responsible().stream())
                .map(ResponsibleAdult::caseId)
                .filter(id -> !registrations.containsKey(id))
                .map(CaseId::value)
                .distinct()
                .toList();
        return found(session, owner, stored).map(found -> {
            found.putAll(registrations);
            return broken(registrations, found);
        });
    }

    /** As {@link #broken}, for an amendment; nothing is looked up again where neither adults nor household change. */
    public Uni<List<FieldError>> amended(
            Mutiny.Session session, ReturnCase returnCase, Registration before, Registration after) {
        boolean same =
                after.responsible().equals(before.responsible()) && Objects.equals(household(before), household(after));
        return same
                ? Uni.createFrom().item(List.of())
                : broken(session, returnCase.owner(), Map.of(returnCase.id(), after))
                        .map(broken -> broken.getOrDefault(returnCase.id(), List.of()));
    }

    /**
     * An adult who is responsible for a child stays an adult of the child's household, until the child's return names
     * somebody else.
     */
    public Uni<List<FieldError>> released(
            Mutiny.Session session, ReturnCase returnCase, Registration before, Registration after) {
        boolean leaves = !Objects.equals(household(before), household(after));
        if (before.child() || household(before) == null || !leaves && !after.child()) {
            return Uni.createFrom().item(List.of());
        }
        String pointer = leaves ? "/household" : "/person";
        return session.createNativeQuery(CHILDREN, Long.class)
                .setParameter("household", household(before).value())
                .setParameter("institution", returnCase.owner().value())
                .setParameter("adult", returnCase.id().toString())
                .getSingleResult()
                .map(children ->
                        children == 0 ? List.of() : List.of(FieldError.of(pointer, "responsible-for-children")));
    }

    /** Locked, so that nobody becomes a child, or leaves, before the child's return is written. */
    private static Uni<Map<CaseId, Registration>> found(
            Mutiny.Session session, InstitutionId owner, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(new HashMap<>());
        }
        return session.createQuery(
                        "from ReturnCase where caseId in :ids and institution = :owner order by caseId",
                        ReturnCase.class)
                .setParameter("ids", ids)
                .setParameter("owner", owner.value())
                .setLockMode(LockModeType.PESSIMISTIC_READ)
                .getResultList()
                .map(cases -> cases.stream()
                        .collect(Collectors.toMap(
                                ReturnCase::id, ReturnCase::registration, (one, same) -> one, HashMap::new)));
    }

    private static Map<CaseId, List<FieldError>> broken(
            Map<CaseId, Registration> registrations, Map<CaseId, Registration> known) {
        Map<CaseId, List<FieldError>> broken = new HashMap<>();
        registrations.forEach((id, of) -> {
            List<FieldError> errors = broken(of, known);
            if (!errors.isEmpty()) {
                broken.put(id, errors);
            }
        });
        return broken;
    }

    private static List<FieldError> broken(Registration child, Map<CaseId, Registration> known) {
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < child.responsible().size(); i++) {
            Registration adult = known.get(child.responsible().get(i).caseId());
            String code = adult == null ? "responsible-unknown" : broken(child, adult);
            if (code != null) {
                errors.add(FieldError.of("/responsible/" + i + "/caseId", code));
            }
        }
        return errors;
    }

    /** Null if nothing is wrong. */
    private static String broken(Registration child, Registration adult) {
        if (adult.child()) {
            return "responsible-no-adult";
        }
        return Objects.equals(household(child), household(adult)) ? null : "responsible-of-other-household";
    }

    private static HouseholdId household(Registration of) {
        return of.household() == null ? null : of.household().id();
    }
}
