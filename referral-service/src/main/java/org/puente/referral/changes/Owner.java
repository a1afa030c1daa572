package org.puente.referral.changes;

import org.puente.contracts.InstitutionId;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.web.Caller;

/** The owner of the boxes that a caller may see: the caller's own institution. */
public final class Owner {
    private Owner() {}

    /**
     * @throws ProblemException forbidden where the token names no institution
     */
    public static InstitutionId of(Caller caller) {
        if (caller.institution() == null) {
            throw ProblemException.forbidden("no-institution");
        }
        return caller.institution();
    }
}
