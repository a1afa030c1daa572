package org.puente.contracts;

/**
 * Something that a person needs, in the words of the directory.
 *
 * @param category slug, as offers have it, e.g. {@code employment}
 */
public record Need(Dimension dimension, String category, Priority urgency) {
    public Need {
        Require.present("dimension", dimension);
        Shape.SLUG.require("category", category);
        Require.present("urgency", urgency);
    }
}
