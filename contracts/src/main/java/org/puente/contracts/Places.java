package org.puente.contracts;

/**
 * How many an offer can take at once. {@link DirectoryFact.CapacityChanged} states how many places
 * are free.
 */
public record Places(int maximum, CapacityUnit unit) {
    public Places {
        Require.atLeast(0, "maximum", maximum);
        Require.present("unit", unit);
    }
}
