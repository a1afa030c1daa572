package org.puente.contracts;

/** An institution of the directory, e.g. {@code gtm-igm}. */
public record InstitutionId(String value) implements SlugId {
    public InstitutionId {
        Shape.SLUG.require("institutionId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
