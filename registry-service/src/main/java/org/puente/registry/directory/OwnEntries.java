package org.puente.registry.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.InstitutionId;
import org.puente.platform.Node;
import org.puente.platform.web.Paging;
import org.puente.registry.directory.OwnEntry.Kind;

/** The institutions and offers of this node, and whether they are stale. */
@ApplicationScoped
public class OwnEntries {
    private static final String FROM = "from entry e where e.kind in ('institution', 'offer')";

    /** A withdrawn entry needs no assurance. */
    private static final String STALE = "(e.status <> 'withdrawn' and coalesce(e.assured_on, '') collate \"C\" <= ?)";

    private static final String COUNT = """
            select %1$s, count(*),
                   count(*) filter (where coalesce(e.assured_on, '') collate "C" <= :last),
                   min(e.assured_on collate "C")
            from entry e
            where e.kind in ('institution', 'offer') and e.status <> 'withdrawn'
              and e.node = :node and e.institution like :institution
            group by %1$s order by %1$s
            """;

    private final Node node;
    private final Assurance assurance;

    OwnEntries(Node node, Assurance assurance) {
        this.node = node;
        this.assurance = assurance;
    }

    /**
     * The requested entries.
     *
     * @param institution null for all
     * @param kind null for both
     * @param stale null for all
     * @param modifiedAfter exclusive; null for all
     */
    public record Wanted(InstitutionId institution, Kind kind, Boolean stale, Instant modifiedAfter) {}

    /** Entries in the order of their last change. */
    public Uni<List<OwnEntry>> list(Mutiny.Session session, Wanted wanted, Paging paging) {
        Selection own = new Selection("e.kind, e.state", FROM)
                .and("e.node = ?", node.id().value())
                .and("e.institution = ?", value(wanted.institution()))
                .and("e.kind = ?", wanted.kind() == null ? null : wanted.kind().code())
                .and("e.updated_at > ?", wanted.modifiedAfter())
                .and("(e.updated_at, e.key) > (?, ?)", paging.after(), paging.afterId());
        if (wanted.stale() != null) {
            own.and(
                    (wanted.stale() ? "" : "not ") + STALE,
                    assurance.lastStale().toString());
        }
        return own.first(session, "e.updated_at, e.key", paging.reach(), OwnEntry::of);
    }

    private static String value(InstitutionId institution) {
        return institution == null ? null : institution.value();
    }

    /**
     * The number of entries of an institution or of a kind, without withdrawn entries.
     *
     * @param of the institution's id, or the kind's code
     * @param oldestAssurance the oldest assurance; null if no entry was ever assured
     */
    public record Count(String of, long entries, long stale, LocalDate oldestAssurance) {
        private static Count of(Object[] row) {
            return new Count(
                    (String) row[0],
                    ((Number) row[1]).longValue(),
                    ((Number) row[2]).longValue(),
                    row[3] == null ? null : LocalDate.parse((String) row[3]));
        }
    }

    /**
     * @param institution null for all
     */
    public Uni<List<Count>> countByInstitution(Mutiny.Session session, InstitutionId institution) {
        return count(session, "e.institution", institution);
    }

    public Uni<List<Count>> countByKind(Mutiny.Session session) {
        return count(session, "e.kind", null);
    }

    private Uni<List<Count>> count(Mutiny.Session session, String by, InstitutionId institution) {
        return session.createNativeQuery(COUNT.formatted(by), Object[].class)
                .setParameter("last", assurance.lastStale().toString())
                .setParameter("node", node.id().value())
                .setParameter("institution", institution == null ? "%" : institution.value())
                .getResultList()
                .map(rows -> rows.stream().map(Count::of).toList());
    }
}
