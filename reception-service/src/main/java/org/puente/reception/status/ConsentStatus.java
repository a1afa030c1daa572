package org.puente.reception.status;

import org.puente.contracts.Code;

/** Whether any consent of a return holds. */
public enum ConsentStatus implements Code {
    VALID,
    EXPIRED,
    WITHDRAWN;

    /**
     * @param standing whether there is a consent that was not withdrawn
     * @param valid whether one of these consents is not over
     */
    public static ConsentStatus of(boolean standing, boolean valid) {
        return valid ? VALID : standing ? EXPIRED : WITHDRAWN;
    }
}
