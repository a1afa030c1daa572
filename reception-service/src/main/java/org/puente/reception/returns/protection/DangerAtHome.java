package org.puente.reception.returns.protection;

import java.time.Duration;
import org.puente.reception.returns.Registration;

/**
 * Whoever is displaced or threatened at home: the destination is in no fact, and before the person leaves the desk
 * learns how they can be reached without danger. It is owed until {@code person.safeContact} says so. Source: CRM
 * workshop 2022 (people displaced by force on arrival, organised crime at the place of origin); that it is asked at the
 * desk is ours.
 */
final class DangerAtHome implements ProtectionRule {
    @Override
    public String code() {
        return "danger-at-home";
    }

    @Override
    public boolean appliesTo(Registration registration) {
        return registration.unsafeDestination() && registration.person().safeContact() == null;
    }

    @Override
    public Duration within() {
        return Duration.ZERO;
    }
}
