package org.puente.reception.returns;

import java.util.List;
import java.util.UUID;

/**
 * What the node knows beside a return, when it is written.
 *
 * @param priorReturns earlier returns of the same person
 * @param householdSize people registered with the same household, this one included
 * @param near returns within three days that may be of the same person, newest first
 */
record ReturnContext(int priorReturns, int householdSize, List<Near> near) {
    record Near(UUID caseId, String institution) {}
}
