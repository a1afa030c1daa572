package org.puente.reception.flights;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.puente.contracts.CaseId;
import org.puente.platform.problems.FieldError;

/**
 * Whom a request is about: the people of a flight, or the cases that it lists.
 *
 * @param flight null if cases are listed
 * @param cases empty if a flight is named
 * @param except people of the flight whom the request is not about
 */
public record PeopleGroup(Flight flight, List<CaseId> cases, List<CaseId> except) {
    /** More than any flight or bus carries. */
    public static final int MAX = 1000;

    public PeopleGroup {
        cases = cases == null ? List.of() : List.copyOf(cases);
        except = except == null ? List.of() : List.copyOf(except);
    }

    public static PeopleGroup of(CaseId caseId) {
        return new PeopleGroup(null, List.of(caseId), List.of());
    }

    /** What is wrong with the group whoever is in it; empty if nothing is. */
    public List<FieldError> errors() {
        List<FieldError> errors = new ArrayList<>();
        if ((flight == null) == cases.isEmpty()) {
            errors.add(FieldError.of(flight == null ? "" : "/cases", "flight-or-cases"));
        }
        if (flight == null && !except.isEmpty()) {
            errors.add(FieldError.of("/except", "except-of-flight"));
        }
        errors.addAll(repeated("/cases/", cases));
        errors.addAll(repeated("/except/", except));
        return errors;
    }

    private static List<FieldError> repeated(String pointer, List<CaseId> ids) {
        return IntStream.range(0, ids.size())
                .filter(i -> ids.indexOf(ids.get(i)) < i)
                .mapToObj(i -> FieldError.of(pointer + i, "stands-twice"))
                .toList();
    }
}
