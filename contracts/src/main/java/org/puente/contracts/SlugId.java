package org.puente.contracts;

/** A typed identifier that people can read. On the wire it is the plain string of toString. */
public sealed interface SlugId permits NodeId, InstitutionId, OfferId, ReceptionPointId {

    String value();
}
