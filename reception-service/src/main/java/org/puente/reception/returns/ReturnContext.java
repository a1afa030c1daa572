package org.puente.reception.returns;

import java.util.List;
import java.util.UUID;
import org.puente.contracts.InstitutionId;
import org.puente.reception.identity.Candidate;

/**
 * What the node knows of other returns when a return is written.
 *
 * @param priorReturns earlier returns of the same person
 * @param householdSize people registered with the same household, including this person
 * @param near up to five returns within three days that may be of the same person, newest first
 * @param matches registrations of other days that may be of the same person, the most likely first
 */
public record ReturnContext(int priorReturns, int householdSize, List<Near> near, List<Candidate> matches) {
    /** Of somebody of whom nothing else is known. */
    public static final ReturnContext ALONE = new ReturnContext(0, 1, List.of(), List.of());

    public record Near(UUID caseId, String institution) {}

    ReturnContext(int priorReturns, int householdSize, List<Near> near) {
        this(priorReturns, householdSize, near, List.of());
    }

    /** The same without what rests on other institutions' cases. */
    public ReturnContext own(InstitutionId institution) {
        return new ReturnContext(
                priorReturns,
                householdSize,
                near.stream()
                        .filter(one -> one.institution().equals(institution.value()))
                        .toList(),
                matches.stream()
                        .filter(one -> one.institution().equals(institution))
                        .toList());
    }

    /** The same with what matching has found. */
    public ReturnContext with(List<Candidate> found) {
        return new ReturnContext(priorReturns, householdSize, near, found);
    }
}
