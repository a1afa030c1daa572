package org.puente.reception.identity;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.PersonId;
import org.puente.platform.json.Json;

/**
 * Finds registrations that may be of the same person, for many people at once. The table of matching holds tags and
 * sealed texts only (ADR 042); who has the database and not the secret reads no name there.
 */
@ApplicationScoped
public class PersonMatching {
    private final MatchKeys keys;

    PersonMatching(MatchKeys keys) {
        this.keys = keys;
    }

    /**
     * Stores people and finds the registrations that may be of the same person, all by one statement. People of the
     * list are compared with each other too. Who has neither names nor documents is not stored, nor what was stored of
     * them before.
     *
     * @param people whose cases need not be stored yet
     * @param institution which registers them
     * @return by case, the most likely first; no entry for those without any
     */
    public Uni<Map<CaseId, List<Candidate>>> recordAndFind(
            Mutiny.Session session, List<Registrant> people, InstitutionId institution) {
        List<CaseId> without = people.stream()
                .filter(person -> !person.features().comparable())
                .map(Registrant::caseId)
                .toList();
        MatchRows rows = MatchRows.of(keys, people);
        return forget(session, without)
                .chain(() -> recordAndFind(session, rows))
                .map(found -> rows.candidates(found, institution));
    }

    /**
     * What is stored of a case. It can be made on any thread; empty for a person without names and documents.
     */
    public Optional<MatchRecord> record(CaseId caseId, Features features) {
        return features.comparable() ? Optional.of(MatchRecord.of(keys, caseId, features)) : Optional.empty();
    }

    /**
     * As {@link #recordAndFind}, for some hundreds of people of new cases, and leaves their comparison to the caller.
     *
     * @param people with the persons as whom the node knows them
     */
    public Uni<FoundMatches> recordAndFindAll(
            Mutiny.Session session, Map<MatchRecord, PersonId> people, InstitutionId institution) {
        MatchRows rows = new MatchRows(
                keys,
                people.entrySet().stream()
                        .map(one -> new MatchRows.Row(one.getKey(), one.getValue()))
                        .toList());
        return recordAndFind(session, rows).map(found -> new FoundMatches(rows, found, institution));
    }

    /** As {@link #recordAndFind}, and stores nothing. */
    public Uni<List<Candidate>> find(Mutiny.Session session, Registrant person, InstitutionId institution) {
        MatchRows rows = MatchRows.of(keys, List.of(person));
        return rows.none()
                ? Uni.createFrom().item(List.of())
                : session.createNativeQuery(MatchTable.FIND, Object[].class)
                        .setParameter("rows", rows.json())
                        .setParameter("max", MatchTable.MAX_COMPARED)
                        .getResultList()
                        .map(found -> rows.candidates(found, institution).getOrDefault(person.caseId(), List.of()));
    }

    private Uni<List<Object[]>> recordAndFind(Mutiny.Session session, MatchRows rows) {
        return rows.none()
                ? Uni.createFrom().item(List.of())
                : session.createNativeQuery(MatchTable.RECORD_AND_FIND, Object[].class)
                        .setParameter("rows", rows.json())
                        .setParameter("key", keys.name())
                        .setParameter("max", MatchTable.MAX_COMPARED)
                        .getResultList();
    }

    /** Deletes what is stored of cases. */
    public Uni<Void> forget(Mutiny.Session session, List<CaseId> cases) {
        return cases.isEmpty()
                ? Uni.createFrom().voidItem()
                : session.createNativeQuery(MatchTable.REMOVE)
                        .setParameter("cases", Json.write(cases))
                        .executeUpdate()
                        .replaceWithVoid();
    }

    /** How two registrations compare, of which the other is stored; no entry if it is sealed under another secret. */
    public Uni<Map<CaseId, Likeness>> compare(Mutiny.Session session, Features one, Collection<CaseId> others) {
        return others.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : session.createNativeQuery(MatchTable.OF_CASES, Object[].class)
                        .setParameter("cases", Json.write(others))
                        .getResultList()
                        .map(rows -> compared(one, rows));
    }

    private Map<CaseId, Likeness> compared(Features one, List<Object[]> rows) {
        Map<CaseId, Likeness> all = new HashMap<>();
        for (Object[] row : rows) {
            UUID caseId = (UUID) row[0];
            keys.open(caseId, Base64.getMimeDecoder().decode((String) row[1]))
                    .ifPresent(other -> all.put(new CaseId(caseId), Likeness.of(one, other)));
        }
        return all;
    }

    /** Cases that are stored under another secret than the present one. */
    public Uni<List<UUID>> underAnotherSecret(Mutiny.Session session, int max) {
        return session.createNativeQuery(MatchTable.UNDER_ANOTHER_KEY, UUID.class)
                .setParameter("key", keys.name())
                .setParameter("max", max)
                .getResultList();
    }

    /** The id of the pair of two cases, the same from both sides. */
    public UUID pair(CaseId one, CaseId other) {
        return keys.pair(one.value(), other.value());
    }
}
