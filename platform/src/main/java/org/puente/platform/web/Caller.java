package org.puente.platform.web;

import java.util.Set;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.platform.problems.ProblemException;

/**
 * Who sends the request.
 *
 * @param node the node that the token names
 * @param institution null if the token names none, as for people of the region
 * @param subject the client or person, for the audit
 */
public record Caller(NodeId node, InstitutionId institution, String subject, Set<String> roles) {

    public boolean is(InstitutionId other) {
        return other != null && other.equals(institution);
    }

    /**
     * @return the caller's institution, never null
     * @throws ProblemException forbidden where the token names none
     */
    public InstitutionId mustHaveInstitution() {
        if (institution == null) {
            throw ProblemException.forbidden("no-institution");
        }
        return institution;
    }

    /** Lets only the owner continue; for everybody else the resource does not exist (404). */
    public void mustBe(InstitutionId owner) {
        if (!is(owner)) {
            throw ProblemException.notFound();
        }
    }
}
