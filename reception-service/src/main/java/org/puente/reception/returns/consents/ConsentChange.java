package org.puente.reception.returns.consents;

import java.util.UUID;
import org.puente.reception.returns.Consent;
import org.puente.reception.returns.ConsentTerms;

/** What it means to record terms under the id of a consent. */
enum ConsentChange {
    FIRST,
    NEW_TERMS,
    UNCHANGED,
    /** A withdrawal is final. */
    WITHDRAWN,
    /** The id is that of another case's consent. */
    OF_ANOTHER_CASE;

    /**
     * @param known the consent with that id; null if there is none
     */
    static ConsentChange of(Consent known, UUID caseId, ConsentTerms terms) {
        if (known == null) {
            return FIRST;
        }
        if (!known.caseId().equals(caseId)) {
            return OF_ANOTHER_CASE;
        }
        return known.withdrawn() ? WITHDRAWN : known.terms().equals(terms) ? UNCHANGED : NEW_TERMS;
    }
}
