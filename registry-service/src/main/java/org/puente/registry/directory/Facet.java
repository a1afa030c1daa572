package org.puente.registry.directory;

import java.util.Locale;

/**
 * The ways in which the region's taxonomy sorts what is offered; each offer has one word of each.
 */
public enum Facet {
    LEVEL,
    DIMENSION,
    CATEGORY;

    /** Its word, which is also the column that holds an offer's. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
