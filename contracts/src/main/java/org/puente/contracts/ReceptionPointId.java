package org.puente.contracts;

/** A place where people are received, e.g. {@code gtm-fag}. */
public record ReceptionPointId(String value) implements SlugId {
    public ReceptionPointId {
        Shape.SLUG.require("receptionPointId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
