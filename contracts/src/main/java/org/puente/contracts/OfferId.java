package org.puente.contracts;

/** A service that an institution offers, e.g. {@code mex-empleo}. */
public record OfferId(String value) implements SlugId {
    public OfferId {
        Shape.SLUG.require("offerId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
