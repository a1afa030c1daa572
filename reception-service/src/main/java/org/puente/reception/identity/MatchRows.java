package org.puente.reception.identity;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.puente.contracts.CaseId;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.PersonId;
import org.puente.platform.json.Json;

/** People as rows of the table of matching, and candidates from the rows that it finds. */
public final class MatchRows {
    private final MatchKeys keys;
    private final List<Row> rows;

    /** One registration, with the person as whom the node knows them. */
    record Row(MatchRecord stored, PersonId person) {
        CaseId caseId() {
            return stored.caseId();
        }

        Features features() {
            return stored.features();
        }
    }

    /** A row as it is sent to the database. */
    private record Sent(UUID caseId, UUID person, Collection<Long> tags, String sealed) {
        static Sent of(Row row) {
            MatchRecord stored = row.stored();
            return new Sent(stored.caseId().value(), row.person().value(), stored.tags(), stored.sealed());
        }
    }

    MatchRows(MatchKeys keys, List<Row> rows) {
        this.keys = keys;
        this.rows = rows;
    }

    static MatchRows of(MatchKeys keys, List<Registrant> people) {
        return new MatchRows(
                keys,
                people.stream()
                        .filter(person -> person.features().comparable())
                        .map(person ->
                                new Row(MatchRecord.of(keys, person.caseId(), person.features()), person.person()))
                        .toList());
    }

    /** Under a secret that is not the node's, as for measuring. */
    public static MatchRows under(String secret, List<Registrant> people) {
        return of(new MatchKeys(Optional.of(secret), secret), people);
    }

    /** Whether nobody has a name or a document to be matched by. */
    boolean none() {
        return rows.isEmpty();
    }

    /** The rows for {@link MatchTable#RECORD_AND_FIND}. */
    public String json() {
        return Json.write(rows.stream().map(Sent::of).toList());
    }

    /**
     * By case, the most likely first; no entry for those without any. People of this list are compared with each other
     * too.
     *
     * @param found what {@link MatchTable#RECORD_AND_FIND} has found
     * @param institution which registers these people
     */
    public Map<CaseId, List<Candidate>> candidates(List<Object[]> found, InstitutionId institution) {
        Map<CaseId, List<Candidate>> all = new HashMap<>();
        addStored(all, found);
        if (rows.size() > 1) {
            new WithinList(rows).pairs((one, other) -> addPair(all, one, other, institution));
        }
        all.values().forEach(candidates -> sort(candidates, institution));
        return all;
    }

    /** Those of the list who have a tag in common with somebody; nobody is compared for it, so it takes little. */
    Set<CaseId> toCompare(List<Object[]> found) {
        return Stream.concat(
                        found.stream().map(row -> new CaseId((UUID) row[0])),
                        new WithinList(rows).sharing().map(Row::caseId))
                .collect(Collectors.toSet());
    }

    private void addStored(Map<CaseId, List<Candidate>> all, List<Object[]> found) {
        Map<UUID, Row> byCase =
                rows.stream().collect(Collectors.toMap(row -> row.caseId().value(), Function.identity()));
        for (Object[] row : found) {
            Row asked = byCase.get((UUID) row[0]);
            keys.open((UUID) row[1], Base64.getMimeDecoder().decode((String) row[4]))
                    .filter(other -> Likeness.isWorthwhile(asked.features(), other))
                    .map(other -> Likeness.of(asked.features(), other))
                    .ifPresent(likeness -> add(
                            all,
                            asked.caseId(),
                            likeness,
                            new CaseId((UUID) row[1]),
                            new PersonId((UUID) row[2]),
                            new InstitutionId((String) row[3])));
        }
    }

    private void addPair(Map<CaseId, List<Candidate>> all, Row one, Row other, InstitutionId institution) {
        if (!one.person().equals(other.person()) && Likeness.isWorthwhile(one.features(), other.features())) {
            Likeness likeness = Likeness.of(one.features(), other.features());
            add(all, one.caseId(), likeness, other.caseId(), other.person(), institution);
            add(all, other.caseId(), likeness, one.caseId(), one.person(), institution);
        }
    }

    private void add(
            Map<CaseId, List<Candidate>> all,
            CaseId of,
            Likeness likeness,
            CaseId caseId,
            PersonId person,
            InstitutionId institution) {
        likeness.level()
                .ifPresent(level -> all.computeIfAbsent(of, first -> new ArrayList<>())
                        .add(new Candidate(
                                keys.pair(of.value(), caseId.value()),
                                caseId,
                                person,
                                institution,
                                level,
                                likeness.reasons())));
    }

    /** The most likely first, then the own, of which more is shown, then the newest; of one person the first alone. */
    private static void sort(List<Candidate> candidates, InstitutionId institution) {
        candidates.sort(Comparator.comparing(Candidate::level)
                .thenComparing(candidate -> !candidate.institution().equals(institution))
                .thenComparing(candidate -> candidate.caseId().toString(), Comparator.reverseOrder()));
        Set<PersonId> people = new HashSet<>();
        candidates.removeIf(candidate -> !people.add(candidate.person()));
    }
}
