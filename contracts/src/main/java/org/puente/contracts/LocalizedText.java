package org.puente.contracts;

/**
 * A public name in the languages of the region.
 *
 * @param en null if there is no English name
 */
public record LocalizedText(String es, String en) {
    public LocalizedText {
        Shape.TITLE.require("es", es);
        Shape.TITLE.allow("en", en);
    }
}
