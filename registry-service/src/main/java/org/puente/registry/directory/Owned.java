package org.puente.registry.directory;

/**
 * Which of the published states have an effect: those of the node that owns the ids they speak of
 * ({@link org.puente.contracts.NodeId#owns}). All are kept, and this is asked whenever they are
 * read: when a node joins, what another had published under its ids loses its effect by itself,
 * whichever of the two came first.
 */
final class Owned {
    private static final String CONDITION = """
             and not exists (
                select 1 from entry joined
                where joined.kind = 'node' and length(joined.node) > length(%1$s.node)
                  and (starts_with(split_part(%1$s.subject, '/', 2), joined.node || '-')
                       or starts_with(%1$s.institution, joined.node || '-')))
            """;

    private Owned() {}

    /**
     * @param row alias of a row of {@code entry}
     * @return a further condition for a query whose conditions have begun
     */
    static String and(String row) {
        return CONDITION.formatted(row);
    }
}
