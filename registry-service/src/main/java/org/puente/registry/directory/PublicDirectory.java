package org.puente.registry.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.DirectoryFact.InstitutionPublished;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.platform.Json;

/**
 * The part of the directory that everybody may see. A restricted offer isn't in it at all: where a
 * shelter is, and that it is, is for those who may refer to it.
 */
@ApplicationScoped
public class PublicDirectory {

    private static final String OFFERS =
            """
            select o.state, i.state, c.state, n.state
            from entry o
            left join entry i on i.node = o.node and i.subject = 'institution/' || o.institution
            left join entry c on c.node = o.node
                             and c.subject = 'capacity/' || split_part(o.subject, '/', 2)
            left join entry n on n.node = o.node and n.subject = 'node/' || o.node
            where o.kind = 'offer' and not o.restricted
            """;

    private static final String INSTITUTIONS = "select state from entry where kind = 'institution'";

    /**
     * A part of a list, and how long the whole list is.
     *
     * @param total of all entries, seen or not
     */
    public record Part<T>(List<T> entries, long total) {}

    /** Offers by id, so that a page is the same until an entry is added. */
    public Uni<Part<PublicOffer>> offers(Mutiny.Session session, int offset, int limit) {
        return count(session, "offer")
                .chain(
                        total ->
                                session.createNativeQuery(
                                                OFFERS + "order by o.subject, o.node",
                                                Object[].class)
                                        .setFirstResult(offset)
                                        .setMaxResults(limit)
                                        .getResultList()
                                        .map(rows -> new Part<>(offers(rows), total)));
    }

    /**
     * An offer by its stable id.
     *
     * @return null if there is none, or it is restricted
     */
    public Uni<PublicOffer> offer(Mutiny.Session session, UUID id) {
        return session.createNativeQuery(OFFERS + "and o.key = :id", Object[].class)
                .setParameter("id", id)
                .getSingleResultOrNull()
                .map(row -> row == null ? null : PublicOffer.of(row));
    }

    /** Institutions by id. */
    public Uni<Part<InstitutionPublished>> institutions(
            Mutiny.Session session, int offset, int limit) {
        return count(session, "institution")
                .chain(
                        total ->
                                session.createNativeQuery(
                                                INSTITUTIONS + " order by subject, node",
                                                String.class)
                                        .setFirstResult(offset)
                                        .setMaxResults(limit)
                                        .getResultList()
                                        .map(
                                                states ->
                                                        new Part<>(
                                                                read(
                                                                        states,
                                                                        InstitutionPublished.class),
                                                                total)));
    }

    /**
     * An institution by its stable id.
     *
     * @return null if there is none
     */
    public Uni<InstitutionPublished> institution(Mutiny.Session session, UUID id) {
        return session.createNativeQuery(INSTITUTIONS + " and key = :id", String.class)
                .setParameter("id", id)
                .getSingleResultOrNull()
                .map(state -> state == null ? null : Json.read(state, InstitutionPublished.class));
    }

    /** What an institution offers to the public. */
    public Uni<List<OfferPublished>> offersOf(
            Mutiny.Session session, InstitutionPublished institution) {
        return session.createNativeQuery(
                        "select state from entry where kind = 'offer' and not restricted"
                                + " and node = :node and institution = :institution"
                                + " order by subject",
                        String.class)
                .setParameter("node", institution.node().value())
                .setParameter("institution", institution.institution().value())
                .getResultList()
                .map(states -> read(states, OfferPublished.class));
    }

    private Uni<Long> count(Mutiny.Session session, String kind) {
        return session.createNativeQuery(
                        "select count(*) from entry where kind = :kind and not restricted",
                        Long.class)
                .setParameter("kind", kind)
                .getSingleResult();
    }

    private static List<PublicOffer> offers(List<Object[]> rows) {
        return rows.stream().map(PublicOffer::of).toList();
    }

    private static <T> List<T> read(List<String> states, Class<T> type) {
        return states.stream().map(state -> Json.read(state, type)).toList();
    }
}
