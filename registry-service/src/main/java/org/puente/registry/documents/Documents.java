package org.puente.registry.documents;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** The documents of this node's entries. */
@ApplicationScoped
public class Documents {

    /**
     * Lets one writer in at a time, until its transaction ends. So neither two creations of one
     * entry nor an edit and a change of policy can cross. Entries are rarely written, so nobody
     * waits long.
     */
    public Uni<Void> lock(Mutiny.Session session) {
        return session.createNativeQuery(
                        "select 1 from pg_advisory_xact_lock(hashtext('puente.registry.upkeep'))", Integer.class)
                .getSingleResult()
                .replaceWithVoid();
    }

    /**
     * @return null if there is none
     */
    public Uni<Document> find(Mutiny.Session session, String subject) {
        return session.find(Document.class, subject);
    }

    Uni<List<Document>> offers(Mutiny.Session session) {
        return session.createQuery("from Document where subject like 'offer/%' order by subject", Document.class)
                .getResultList();
    }

    Uni<List<Document>> institutions(Mutiny.Session session) {
        return session.createQuery("from Document where subject like 'institution/%' order by subject", Document.class)
                .getResultList();
    }

    /** Documents whose day of withdrawal has come, and whose status isn't withdrawn yet. */
    Uni<List<Document>> toWithdraw(Mutiny.Session session, LocalDate today) {
        return session.createQuery(
                        "from Document where withdrawOn <= :today"
                                + " and (status is null or status <> 'withdrawn')"
                                + " order by subject",
                        Document.class)
                .setParameter("today", today.toString())
                .getResultList();
    }
}
