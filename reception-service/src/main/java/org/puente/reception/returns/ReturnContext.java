package org.puente.reception.returns;

import java.util.List;
import java.util.UUID;

/**
 * What the node knows of other returns when a return is written.
 *
 * @param priorReturns earlier returns of the same person
 * @param householdSize people registered with the same household, including this person
 * @param near up to five returns within three days that may be of the same person, newest first
 */
public record ReturnContext(int priorReturns, int householdSize, List<Near> near) {
    record Near(UUID caseId, String institution) {}
}
