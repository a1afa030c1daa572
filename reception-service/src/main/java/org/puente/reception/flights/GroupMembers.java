package org.puente.reception.flights;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.InstitutionId;
import org.puente.platform.json.Json;
import org.puente.platform.problems.FieldError;
import org.puente.platform.problems.ProblemException;

/** Finds the people of a group among those whom an institution has received. */
@ApplicationScoped
public class GroupMembers {
    /** The lock keeps a person from being erased until the transaction ends. */
    private static final String OF_FLIGHT = """
            select case_id, returned_on from case_flight
            where institution = :institution and returned_on = :day
              and reception_point = :point and reference = :reference
            order by case_id limit :max for key share
            """;

    private static final String OF_CASES = """
            select case_id, returned_on from case_flight
            where institution = :institution and case_id in
                  (select cast(json_array_elements_text(cast(cast(:ids as text) as json)) as uuid))
            order by case_id for key share
            """;

    /**
     * The people of a group.
     *
     * @param returnedOn the last day on which one of them returned
     */
    public record Members(List<CaseId> cases, LocalDate returnedOn) {
        static Members of(Map<CaseId, LocalDate> found) {
            return new Members(
                    List.copyOf(found.keySet()),
                    found.values().stream().max(LocalDate::compareTo).orElseThrow());
        }
    }

    /**
     * The people of a group, locked against erasure. Refuses a group without anybody, and one that names
     * somebody whom the institution has not received, or who was not on the flight.
     */
    public Uni<Members> of(Mutiny.Session session, InstitutionId institution, PeopleGroup group) {
        return group.flight() == null
                ? listed(session, institution, group.cases())
                : onFlight(session, institution, group.flight(), group.except());
    }

    private static Uni<Members> listed(Mutiny.Session session, InstitutionId institution, List<CaseId> cases) {
        return session.createNativeQuery(OF_CASES, Object[].class)
                .setParameter("institution", institution.value())
                .setParameter("ids", Json.write(cases))
                .getResultList()
                .map(GroupMembers::read)
                .invoke(found -> mustHold(found.keySet(), cases, "/cases/", "case-unknown"))
                .map(Members::of);
    }

    private static Uni<Members> onFlight(
            Mutiny.Session session, InstitutionId institution, Flight flight, List<CaseId> except) {
        return session.createNativeQuery(OF_FLIGHT, Object[].class)
                .setParameter("institution", institution.value())
                .setParameter("day", flight.returnedOn())
                .setParameter("point", flight.receptionPoint())
                .setParameter("reference", flight.reference())
                .setParameter("max", PeopleGroup.MAX + 1)
                .getResultList()
                .map(GroupMembers::read)
                .invoke(GroupMembers::mustBeAFlight)
                .invoke(found -> mustHold(found.keySet(), except, "/except/", "not-on-the-flight"))
                .invoke(found -> found.keySet().removeAll(new HashSet<>(except)))
                .invoke(GroupMembers::mustHaveSomebody)
                .map(Members::of);
    }

    private static Map<CaseId, LocalDate> read(List<Object[]> rows) {
        Map<CaseId, LocalDate> found = new LinkedHashMap<>();
        rows.forEach(row -> found.put(new CaseId((UUID) row[0]), (LocalDate) row[1]));
        return found;
    }

    private static void mustBeAFlight(Map<CaseId, LocalDate> found) {
        if (found.isEmpty()) {
            throw ProblemException.ruleBroken("flight-without-people");
        }
        if (found.size() > PeopleGroup.MAX) {
            throw ProblemException.ruleBroken("flight-too-large", String.valueOf(PeopleGroup.MAX));
        }
    }

    private static void mustHaveSomebody(Map<CaseId, LocalDate> found) {
        if (found.isEmpty()) {
            throw ProblemException.invalid(FieldError.of("/except", "nobody-left"));
        }
    }

    private static void mustHold(Set<CaseId> found, List<CaseId> named, String pointer, String code) {
        ProblemException.refuse(IntStream.range(0, named.size())
                .filter(i -> !found.contains(named.get(i)))
                .mapToObj(i -> FieldError.of(pointer + i, code))
                .toList());
    }
}
