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
import org.puente.contracts.CaseId;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.PersonId;
import org.puente.platform.json.Json;

/** People as rows of the table of matching, and candidates from the rows that it finds. */
public final class MatchRows {
    private final MatchKeys keys;
    private final List<Registrant> people;
    private final List<Row> rows;

    /** One registration as it is sent to the database. */
    private record Row(UUID caseId, UUID person, Collection<Long> tags, String sealed) {}

    MatchRows(MatchKeys keys, List<Registrant> people) {
        this.keys = keys;
        this.people = people.stream().filter(MatchRows::comparable).toList();
        this.rows = this.people.stream().map(this::row).toList();
    }

    /** Under a secret that is not the node's, as for measuring. */
    public static MatchRows under(String secret, List<Registrant> people) {
        return new MatchRows(new MatchKeys(Optional.of(secret), secret), people);
    }

    private static boolean comparable(Registrant person) {
        return !person.features().nameless() || !person.features().documents().isEmpty();
    }

    /** Whether nobody has a name or a document to be matched by. */
    boolean none() {
        return rows.isEmpty();
    }

    /** The rows for {@link MatchTable#RECORD_AND_FIND}. */
    public String json() {
        return Json.write(rows);
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
        if (people.size() > 1) {
            new WithinList(people, rows.stream().map(Row::tags).toList())
                    .pairs((one, other) -> addPair(all, one, other, institution));
        }
        all.values().forEach(MatchRows::sort);
        return all;
    }

    private Row row(Registrant person) {
        UUID caseId = person.caseId().value();
        return new Row(
                caseId,
                person.person().value(),
                MatchTags.of(person.features(), keys::tag),
                Base64.getEncoder().encodeToString(keys.seal(caseId, person.features())));
    }

    private void addStored(Map<CaseId, List<Candidate>> all, List<Object[]> found) {
        Map<UUID, Registrant> byCase = people.stream()
                .collect(Collectors.toMap(person -> person.caseId().value(), Function.identity()));
        for (Object[] row : found) {
            Registrant asked = byCase.get((UUID) row[0]);
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

    private void addPair(
            Map<CaseId, List<Candidate>> all, Registrant one, Registrant other, InstitutionId institution) {
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

    /** The most likely first, then the newest; of one person the first alone. */
    private static void sort(List<Candidate> candidates) {
        candidates.sort(Comparator.comparing(Candidate::level)
                .thenComparing(candidate -> candidate.caseId().toString(), Comparator.reverseOrder()));
        Set<PersonId> people = new HashSet<>();
        candidates.removeIf(candidate -> !people.add(candidate.person()));
    }
}
