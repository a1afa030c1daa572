package org.puente.registry.freshness;

import jakarta.enterprise.context.ApplicationScoped;
import org.puente.contracts.InstitutionId;
import org.puente.platform.web.Access;
import org.puente.platform.web.Caller;

/**
 * The entries that a caller may see: editors those of their own institution, operators all of the
 * node.
 */
@ApplicationScoped
class Scope {
    private final Access access;

    Scope(Access access) {
        this.access = access;
    }

    /**
     * @return the institution to see; null for all
     */
    InstitutionId institution() {
        Caller caller = access.caller();
        if (caller.roles().contains("operator")) {
            return null;
        }
        return caller.mustHaveInstitution();
    }
}
