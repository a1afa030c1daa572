package org.puente.followup.dossiers;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A dossier for visits that was asked for. */
public sealed interface OpenedDossier {
    record Opened(ObjectNode person) implements OpenedDossier {}

    /** No dossier has arrived yet. */
    record NotReceived() implements OpenedDossier {}

    /** It can't be opened with this node's keys. */
    record Unreadable() implements OpenedDossier {}
}
