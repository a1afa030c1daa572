package org.puente.contracts;

/**
 * How many an offer can take at once. What is free is said by {@link
 * DirectoryFact.CapacityChanged}.
 */
public record Places(int maximum, CapacityUnit unit) {
    public Places {
        Require.atLeast(0, "maximum", maximum);
        Require.present("unit", unit);
    }
}
