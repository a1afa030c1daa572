package org.puente.registry.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.platform.json.Json;

/**
 * The offers that everybody may see. Restricted offers are left out: only institutions that may
 * refer to a shelter may know that it exists and where.
 */
@ApplicationScoped
public class PublicOffers {
    /** "Any related information" counts as a change (HSDS 3.0, service.last_modified). */
    static final String CHANGED = "greatest(o.seen_at, i.seen_at, c.seen_at)";

    static final String WITH_THEIR_STATES = """
            from entry o
            left join entry i on i.node = o.node and i.subject = 'institution/' || o.institution
            left join entry c on c.node = o.node
                             and c.subject = 'capacity/' || split_part(o.subject, '/', 2)
            left join entry n on n.node = o.node and n.subject = 'node/' || o.node
            """;

    static final String PUBLIC = " where o.kind = 'offer' and not o.restricted" + OwnerCondition.and("o");
    static final String WORDS = "o.words || ' ' || coalesce(i.words, '')";

    /** By id, so that pages stay the same until an entry is added or removed. */
    private static final String BY_ID = "o.subject, o.node";

    private static Selection all() {
        return new Selection(PublicOffer.COLUMNS, WITH_THEIR_STATES + PUBLIC);
    }

    static Selection narrow(Selection offers, DirectoryFilter by, String changed) {
        for (Term term : by.terms()) {
            offers.and("o." + term.facet().code() + " = ?", term.code());
        }
        return offers.and("i.key = ?", by.institution()).and(changed + " >= ?", by.modifiedAfter());
    }

    public Uni<Part<PublicOffer>> list(Mutiny.Session session, DirectoryFilter by, RowRange rows) {
        return narrow(all(), by, CHANGED).containing(WORDS, by.words()).part(session, BY_ID, rows, PublicOffer::of);
    }

    /**
     * Offers that count places, and whose node has published how many are free; {@code
     * modifiedAfter} compares with the last such change only.
     */
    public Uni<Part<PublicOffer>> counted(Mutiny.Session session, DirectoryFilter by, RowRange rows) {
        return narrow(all(), by, "c.seen_at")
                .containing(WORDS, by.words())
                .and("c.key is not null")
                .and("cast(o.state as jsonb) -> 'capacity' is not null")
                .part(session, BY_ID, rows, PublicOffer::of);
    }

    /** All public offers of some institutions. */
    public Uni<List<PublicOffer>> of(Mutiny.Session session, Collection<UUID> institutions) {
        return all().and(
                        "i.key in (select cast(listed.id as uuid) from"
                                + " json_array_elements_text(cast(cast(? as text) as json))"
                                + " as listed(id))",
                        Json.write(institutions))
                .all(session, BY_ID, PublicOffer::of);
    }

    /**
     * An offer by its stable id.
     *
     * @return null if there is none, or if it is restricted
     */
    public Uni<PublicOffer> one(Mutiny.Session session, UUID id) {
        return all().and("o.key = ?", id).one(session, PublicOffer::of);
    }

    /** The stable ids of all public offers. */
    public Uni<List<UUID>> ids(Mutiny.Session session) {
        return session.createNativeQuery("select o.key from entry o" + PUBLIC, UUID.class)
                .getResultList();
    }

    /** The categories of all public offers. */
    public Uni<List<String>> categories(Mutiny.Session session) {
        return session.createNativeQuery("select distinct o.category from entry o" + PUBLIC, String.class)
                .getResultList();
    }
}
