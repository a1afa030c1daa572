package org.puente.registry.directory;

/**
 * Selects the published states that have an effect: those of the node that owns their ids ({@link
 * org.puente.contracts.NodeId#owns}). All states are stored, and this condition applies when they
 * are read. So when a node joins, states that another node has published under its ids lose their
 * effect, in any order of arrival.
 */
final class OwnerCondition {
    private static final String CONDITION = """
             and not exists (
                select 1 from entry joined
                where joined.kind = 'node' and length(joined.node) > length(%1$s.node)
                  and (starts_with(split_part(%1$s.subject, '/', 2), joined.node || '-')
                       or starts_with(%1$s.institution, joined.node || '-')))
            """;

    private OwnerCondition() {}

    /**
     * @param row alias of a row of {@code entry}
     * @return a condition to append to a query that already has one
     */
    static String and(String row) {
        return CONDITION.formatted(row);
    }
}
