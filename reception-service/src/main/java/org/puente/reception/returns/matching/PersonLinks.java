package org.puente.reception.returns.matching;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Who is published as one person: a function of the links that stand, and of nothing that was before. So a link that
 * is made and undone leaves everything as it was.
 */
final class PersonLinks {
    private final Map<UUID, UUID> towards = new HashMap<>();

    /** Two people whom desks have said to be the same. */
    record Link(UUID one, UUID other) {}

    PersonLinks(Collection<Link> links) {
        links.forEach(link -> join(publishedAs(link.one()), publishedAs(link.other())));
    }

    /** Of all who are linked, directly or through others, the one who has been known longest. */
    UUID publishedAs(UUID person) {
        UUID at = person;
        while (towards.containsKey(at)) {
            at = towards.get(at);
        }
        return at;
    }

    /** Ids are UUID version 7: the smaller is the older. */
    private void join(UUID one, UUID other) {
        int order = one.toString().compareTo(other.toString());
        if (order != 0) {
            towards.put(order < 0 ? other : one, order < 0 ? one : other);
        }
    }
}
