package org.puente.registry.directory;

import java.util.Locale;

/** The ways in which the region's taxonomy sorts offers; each offer has one term of each facet. */
public enum Facet {
    LEVEL,
    DIMENSION,
    CATEGORY;

    /** The code of the facet; also the name of the database column. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
