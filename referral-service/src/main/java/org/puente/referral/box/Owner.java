package org.puente.referral.box;

import org.puente.contracts.InstitutionId;
import org.puente.platform.web.Caller;
import org.puente.platform.web.Refusal;

/** Whose boxes a caller may see: those of the own institution. */
public final class Owner {
    private Owner() {}

    /**
     * @throws Refusal 403 where the token names no institution
     */
    public static InstitutionId of(Caller caller) {
        if (caller.institution() == null) {
            throw Refusal.forbidden("no-institution");
        }
        return caller.institution();
    }
}
