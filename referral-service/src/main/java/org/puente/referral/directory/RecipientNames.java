package org.puente.referral.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.DirectoryFact;
import org.puente.contracts.Party;

/** The names of institutions and nodes, for people who are told who gets their data. */
@ApplicationScoped
public class RecipientNames {
    private static final String KEEP = """
            insert into directory_institution (node, id, name, updated_at)
            values (:node, :id, :name, :at)
            on conflict (node, id) do update
            set name = excluded.name, updated_at = excluded.updated_at
            where directory_institution.updated_at <= excluded.updated_at
            """;

    private static final String READ = """
            select (select name from directory_institution where node = :node and id = :id),
                   (select name from directory_node where node = :node)
            """;

    /**
     * @param institution null until its entry has arrived
     * @param node null until its entry has arrived
     */
    public record Names(String institution, String node) {}

    public Uni<Names> of(Mutiny.Session session, Party recipient) {
        return session.createNativeQuery(READ, Object[].class)
                .setParameter("node", recipient.node().value())
                .setParameter("id", recipient.institution().value())
                .getSingleResult()
                .map(row -> new Names((String) row[0], (String) row[1]));
    }

    public Uni<Void> keep(Mutiny.Session session, DirectoryFact.InstitutionPublished institution) {
        return session.createNativeQuery(KEEP)
                .setParameter("node", institution.node().value())
                .setParameter("id", institution.institution().value())
                .setParameter("name", institution.name())
                .setParameter("at", institution.updatedAt())
                .executeUpdate()
                .replaceWithVoid();
    }
}
