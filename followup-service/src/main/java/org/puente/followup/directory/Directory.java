package org.puente.followup.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.DirectoryFact;
import org.puente.contracts.InstitutionId;
import org.puente.platform.Node;
import org.puente.platform.json.Json;

/**
 * The part of this node's directory that shows which institutions follow people up. Institutions of
 * other nodes can't do so: they have no access to this service.
 */
@ApplicationScoped
public class Directory {
    /** An advisory lock: shared by readers that decide by the directory, exclusive for a writer. */
    private static final String LOCK = "(hashtext('puente.followup.directory')) as held";

    private static final String DELETE = """
            delete from directory_entry where subject in
                (select json_array_elements_text(cast(cast(:rows as text) as json)))
            """;
    private static final String UPSERT = """
            insert into directory_entry as known
                   (subject, institution, areas, timezone, active, updated_at)
            select subject, institution, areas, timezone, active, "updatedAt"
            from json_to_recordset(cast(cast(:rows as text) as json)) as
                 (subject text, institution text, areas text, timezone text, active boolean,
                  "updatedAt" timestamptz)
            on conflict (subject) do update
            set institution = excluded.institution, areas = excluded.areas,
                timezone = excluded.timezone, active = excluded.active,
                updated_at = excluded.updated_at
            where known.updated_at <= excluded.updated_at
            """;
    private static final String OFFICES = """
            select i.institution, string_agg(o.areas, ' ')
            from directory_entry i join directory_entry o on o.institution = i.institution
            where i.subject like 'institution/%' and i.active
              and o.subject like 'offer/%' and o.active
            group by i.institution
            order by i.institution
            """;

    private final Node node;

    Directory(Node node) {
        this.node = node;
    }

    /**
     * The part of the directory that a decision about a case needs.
     *
     * @param zone empty until this node has published itself; without its calendar nothing is
     *     planned
     */
    public record Extract(Offices offices, Optional<ZoneId> zone) {}

    /** Reads the directory, and prevents changes until the session's transaction ends. */
    public Uni<Extract> hold(Mutiny.Session session) {
        return lock(session, "pg_advisory_xact_lock_shared").chain(() -> extract(session));
    }

    /**
     * Takes in facts of the directory's topic; a state that is older than the known one has no
     * effect.
     *
     * @param changes facts by subject, in the order of arrival; empty if an entry was removed
     * @return whether anything changed that a decision about a case depends on
     */
    public Uni<Boolean> keep(Mutiny.Session session, Map<String, Optional<DirectoryFact>> changes) {
        List<String> removed = changes.keySet().stream()
                .filter(key -> changes.get(key).isEmpty())
                .toList();
        Map<String, Entry> entries = new LinkedHashMap<>();
        changes.values().stream()
                .flatMap(Optional::stream)
                .flatMap(fact -> Entry.of(fact, node.id()).stream())
                .forEach(entry -> entries.put(entry.subject(), entry));
        if (removed.isEmpty() && entries.isEmpty()) {
            return Uni.createFrom().item(false);
        }
        return lock(session, "pg_advisory_xact_lock")
                .chain(() -> extract(session))
                .call(() -> execute(session, DELETE, removed))
                .call(() -> execute(session, UPSERT, entries.values()))
                .chain(before -> extract(session).map(after -> !after.equals(before)));
    }

    private static Uni<Integer> execute(Mutiny.Session session, String sql, Object rows) {
        return session.createNativeQuery(sql)
                .setParameter("rows", Json.write(rows))
                .executeUpdate();
    }

    private static Uni<Void> lock(Mutiny.Session session, String function) {
        return session.createNativeQuery("select 1 from " + function + LOCK, Integer.class)
                .getSingleResult()
                .replaceWithVoid();
    }

    private Uni<Extract> extract(Mutiny.Session session) {
        return session.createNativeQuery(OFFICES, Object[].class)
                .getResultList()
                .map(rows -> new Offices(rows.stream().map(Directory::office).toList()))
                .chain(offices -> zone(session).map(zone -> new Extract(offices, zone)));
    }

    /** The node's calendar; empty until the node has published itself. */
    public Uni<Optional<ZoneId>> zone(Mutiny.Session session) {
        return session.createNativeQuery("select timezone from directory_entry where subject = :subject", String.class)
                .setParameter("subject", "node/" + node.id())
                .getSingleResultOrNull()
                .map(name -> Optional.ofNullable(name).map(ZoneId::of));
    }

    /** The day by the node's calendar, or by UTC while that isn't known: then nothing is planned. */
    public Uni<LocalDate> today(Mutiny.Session session, Instant now) {
        return zone(session).map(zone -> LocalDate.ofInstant(now, zone.orElse(ZoneOffset.UTC)));
    }

    private static Office office(Object[] row) {
        return new Office(
                new InstitutionId((String) row[0]),
                Arrays.stream(((String) row[1]).split(" "))
                        .filter(area -> !area.isEmpty())
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
