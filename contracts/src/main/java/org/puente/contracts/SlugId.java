package org.puente.contracts;

/**
 * A typed identifier that people can read; on the wire it is the plain string that toString gives.
 */
public sealed interface SlugId permits NodeId, InstitutionId, OfferId, ReceptionPointId {

    String value();
}
