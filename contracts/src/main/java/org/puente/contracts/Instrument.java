package org.puente.contracts;

/** A questionnaire by which reintegration is measured, e.g. {@code puente-baseline-1}. */
public record Instrument(String id, int version) {
    public Instrument {
        Shape.SLUG.require("id", id);
        Require.atLeast(1, "version", version);
    }
}
