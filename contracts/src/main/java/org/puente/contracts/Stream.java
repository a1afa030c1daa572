package org.puente.contracts;

import java.util.Locale;

/** The streams of facts that a node publishes. */
public enum Stream {
    RETURNS,
    DIRECTORY,
    REFERRALS,
    DOSSIERS,
    FOLLOWUPS,
    REPORTS;

    /** The word in a topic's name. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether each record is for one node, which the topic names. */
    public boolean addressed() {
        return this == REFERRALS || this == DOSSIERS;
    }
}
