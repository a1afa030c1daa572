package org.puente.reception.returns.registering;

import java.util.List;
import org.puente.contracts.CaseId;
import org.puente.platform.ids.Ids;
import org.puente.reception.returns.Registration;

/**
 * A single registration as it was sent.
 *
 * @param caseId made by the client; null if the service is to make one
 */
public record RegistrationRequest(CaseId caseId, Registration registration) {

    CaseId caseIdOrNew() {
        return caseId == null ? new CaseId(Ids.next()) : caseId;
    }

    /** By which a repetition is distinguished from another request under the same key. */
    Object body() {
        return caseId == null ? registration : List.of(caseId, registration);
    }

    @Override
    public String toString() {
        return "RegistrationRequest[" + caseId + "]";
    }
}
