package org.puente.contracts;

import java.util.List;

/**
 * One cell of a published set.
 *
 * @param indicator slug
 * @param node null for the whole region
 * @param breakdown empty for a total
 * @param value null if and only if suppressed
 * @param suppressed whether the value is withheld, so that nobody can recognise a person by it
 */
public record IndicatorRow(String indicator, NodeId node, List<Breakdown> breakdown, Double value, boolean suppressed) {
    public IndicatorRow {
        Shape.SLUG.require("indicator", indicator);
        breakdown = Require.list(breakdown);
        if (suppressed != (value == null)) {
            throw new IllegalArgumentException("value must be missing if suppressed, else given");
        }
    }
}
