package org.puente.reception.arrivals;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.platform.json.Json;
import org.puente.reception.arrivals.ExpectedArrival.Key;
import org.puente.reception.flights.ReportedTimes;

/** The people of manifests, and who of them came. */
@ApplicationScoped
class ManifestEntries {
    private static final String OF = " where from_node = :node and arrival_id = :id ";

    /** Who was registered stays so; a part of an earlier version changes nothing. */
    private static final String KEEP = """
            insert into manifest_entry (from_node, arrival_id, entry, version, changed_in, content)
            select cast(:node as text), cast(:id as uuid), entry, cast(:version as integer), cast(:version as integer),
                   content
            from json_to_recordset(cast(cast(:rows as text) as json)) as sent (entry integer, content text)
            on conflict (from_node, arrival_id, entry) do update set
                version = excluded.version, content = excluded.content,
                changed_in = case when manifest_entry.content is distinct from excluded.content then excluded.version
                                  else coalesce(manifest_entry.changed_in, manifest_entry.version) end
            where manifest_entry.registered_at is null and manifest_entry.version <= excluded.version
            """;

    private static final String FORGET_FORMER =
            "delete from manifest_entry" + OF + "and version < :version and registered_at is null";

    private static final String COLUMNS = """
            select entry, version, coalesce(changed_in, version), content, case_id, registered_at from manifest_entry
            """;

    private static final String READ = COLUMNS + OF + "order by entry";

    private static final String LOCK = COLUMNS + OF + "and entry = :entry for update";

    private static final String REGISTERED = """
            update manifest_entry set case_id = :case, registered_at = :now, content = null
            where from_node = :node and arrival_id = :id and entry = :entry
            """;

    private static final String ERASE = "update manifest_entry set content = null" + OF + "and content is not null";

    private static final String HAS_COME =
            "select exists (select 1 from manifest_entry" + OF + "and registered_at is not null)";

    private static final String REGISTERED_ON = """
            select exists (select 1 from manifest_entry e join case_flight c on c.case_id = e.case_id
                           where e.from_node = :node and e.arrival_id = :id and c.returned_on = :day)
            """;

    private static final String COUNTS = """
            select sent.node || '/' || sent.id, count(e.entry), count(e.registered_at)
            from json_to_recordset(cast(cast(:keys as text) as json)) as sent (node text, id uuid)
            join manifest_entry e on e.from_node = sent.node and e.arrival_id = sent.id
            group by 1
            """;

    /** Whoever of the flight is not on this manifest; another arrival may be the same flight, announced twice. */
    private static final String UNLISTED = """
            select c.case_id from case_flight c
            where c.institution = :institution and c.returned_on = :day
              and c.reception_point = :point and c.reference = :reference
              and not exists (select 1 from manifest_entry e
                              where e.case_id = c.case_id and e.from_node = :node and e.arrival_id = :id)
            order by c.case_id
            """;

    /**
     * A person on a manifest.
     *
     * @param listedIn the newest version of the announcement that lists them
     * @param version the version of the announcement that last changed what is known of them
     * @param person null once it is erased
     * @param caseId null for who has not come, and once the return is erased
     * @param registeredAt null for who has not come
     */
    record Entry(int entry, int listedIn, int version, ManifestPerson person, CaseId caseId, Instant registeredAt) {
        static Entry of(Object[] row) {
            return new Entry(
                    (Integer) row[0],
                    (Integer) row[1],
                    (Integer) row[2],
                    row[3] == null ? null : Json.read((String) row[3], ManifestPerson.class),
                    row[4] == null ? null : new CaseId((UUID) row[4]),
                    ReportedTimes.stored(row[5]));
        }

        boolean came() {
            return registeredAt != null;
        }
    }

    private record Row(int entry, String content) {}

    /** How many entries a manifest has here, and how many of them came. */
    record Counts(long entries, long came) {
        static final Counts NONE = new Counts(0, 0);
    }

    private record KeyRow(String node, UUID id) {}

    Uni<Void> keep(Mutiny.Session session, Key key, int version, List<ManifestPerson> people) {
        return keepRows(
                session,
                key,
                version,
                people.stream()
                        .map(person -> new Row(person.entry(), Json.write(person)))
                        .toList());
    }

    /** Notes that they are on the manifest, and nothing of them: who comes late is registered with all their data. */
    Uni<Void> keepErased(Mutiny.Session session, Key key, int version, List<ManifestPerson> people) {
        return keepRows(
                session,
                key,
                version,
                people.stream().map(person -> new Row(person.entry(), null)).toList());
    }

    private static Uni<Void> keepRows(Mutiny.Session session, Key key, int version, List<Row> people) {
        return people.isEmpty()
                ? Uni.createFrom().voidItem()
                : changing(session.createNativeQuery(KEEP), key)
                        .setParameter("version", version)
                        .setParameter("rows", Json.write(people))
                        .executeUpdate()
                        .replaceWithVoid();
    }

    /** Deletes what only former versions hold, but for who came. */
    Uni<Void> forgetFormer(Mutiny.Session session, Key key, int version) {
        return changing(session.createNativeQuery(FORGET_FORMER), key)
                .setParameter("version", version)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Whether somebody was registered from the manifest. */
    Uni<Boolean> hasCome(Mutiny.Session session, Key key) {
        return selecting(session.createNativeQuery(HAS_COME, Boolean.class), key)
                .getSingleResult();
    }

    /** Whether the return of somebody from the manifest is of a day. */
    Uni<Boolean> isRegisteredOn(Mutiny.Session session, Key key, LocalDate day) {
        return selecting(session.createNativeQuery(REGISTERED_ON, Boolean.class), key)
                .setParameter("day", day)
                .getSingleResult();
    }

    /** The entries of a manifest, in their order. */
    Uni<List<Entry>> of(Mutiny.Session session, Key key) {
        return selecting(session.createNativeQuery(READ, Object[].class), key)
                .getResultList()
                .map(rows -> rows.stream().map(Entry::of).toList());
    }

    /** An entry, locked; null if there is none. */
    Uni<Entry> toChange(Mutiny.Session session, Key key, int entry) {
        return selecting(session.createNativeQuery(LOCK, Object[].class), key)
                .setParameter("entry", entry)
                .getSingleResultOrNull()
                .map(row -> row == null ? null : Entry.of(row));
    }

    /** Notes who came, and erases the entry: the person stands in the return now. */
    Uni<Void> registered(Mutiny.Session session, Key key, int entry, CaseId caseId, Instant now) {
        return changing(session.createNativeQuery(REGISTERED), key)
                .setParameter("entry", entry)
                .setParameter("case", caseId.value())
                .setParameter("now", now)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Erases all that is still known of the people of a manifest. */
    Uni<Void> erase(Mutiny.Session session, Key key) {
        return changing(session.createNativeQuery(ERASE), key).executeUpdate().replaceWithVoid();
    }

    /** Of manifests with entries; others are absent. */
    Uni<Map<Key, Counts>> counts(Mutiny.Session session, Collection<Key> keys) {
        Map<String, Key> byText = keys.stream().collect(Collectors.toMap(ManifestEntries::text, Function.identity()));
        return keys.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : session.createNativeQuery(COUNTS, Object[].class)
                        .setParameter(
                                "keys",
                                Json.write(keys.stream()
                                        .map(key -> new KeyRow(
                                                key.node().value(), key.id().value()))
                                        .toList()))
                        .getResultList()
                        .map(rows -> rows.stream()
                                .collect(Collectors.toMap(
                                        row -> byText.get((String) row[0]),
                                        row -> new Counts((Long) row[1], (Long) row[2]))));
    }

    private static String text(Key key) {
        return key.node() + "/" + key.id();
    }

    /** The people registered with the flight of an arrival who are not on its manifest; nobody where it has no number. */
    Uni<List<CaseId>> unlisted(Mutiny.Session session, ExpectedArrival arrival, LocalDate day) {
        String reference = arrival.announcement().reference();
        return reference == null
                ? Uni.createFrom().item(List.of())
                : selecting(session.createNativeQuery(UNLISTED, UUID.class), arrival.key())
                        .setParameter("institution", arrival.institution().value())
                        .setParameter("day", day)
                        .setParameter("point", arrival.announcement().receptionPoint())
                        .setParameter("reference", reference)
                        .getResultList()
                        .map(ids -> ids.stream().map(CaseId::new).toList());
    }

    private static Mutiny.MutationQuery changing(Mutiny.MutationQuery query, Key key) {
        return query.setParameter("node", key.node().value())
                .setParameter("id", key.id().value());
    }

    private static <T> Mutiny.SelectionQuery<T> selecting(Mutiny.SelectionQuery<T> query, Key key) {
        return query.setParameter("node", key.node().value())
                .setParameter("id", key.id().value());
    }
}
