package org.puente.contracts;

/**
 * The means by which people arrive.
 *
 * @param reference the carrier's number of flight or bus; null if there is none
 */
public record Transport(TransportMode mode, String reference) {
    public Transport {
        Require.present("mode", mode);
        Shape.REFERENCE.allow("reference", reference);
    }
}
