package org.puente.reception.returns.protection;

import java.time.Duration;
import org.puente.reception.returns.Registration;
import org.puente.reception.returns.UnaccompaniedOrSeparated;

/**
 * A child for whom nobody is recorded as responsible, and who is not recorded as alone either, may be alone all the
 * same: the desk finds out who is responsible. So nobody is overlooked for want of a tick. Source: CRM workshop 2022,
 * Introducción, p. 2–5 (children unaccompanied or separated); the check is ours.
 */
final class ChildWithNobody implements ProtectionRule {
    @Override
    public String code() {
        return "child-with-nobody";
    }

    @Override
    public boolean appliesTo(Registration registration) {
        return UnaccompaniedOrSeparated.isUnknown(registration);
    }

    @Override
    public Duration within() {
        return Duration.ZERO;
    }
}
