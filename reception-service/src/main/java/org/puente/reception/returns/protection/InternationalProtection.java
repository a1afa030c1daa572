package org.puente.reception.returns.protection;

import java.time.Duration;
import org.puente.reception.returns.Registration;

/**
 * Whoever asks for international protection: nothing about it reaches the country they flee, so it
 * stays with the institution that recorded it, in no fact and in no dossier. Source: Geneva
 * Convention of 1951, articles 1 and 33; Los Angeles Declaration of 2022, named in CRM workshop 2022.
 */
final class InternationalProtection implements ProtectionRule {
    @Override
    public String code() {
        return "international-protection";
    }

    @Override
    public boolean appliesTo(Registration registration) {
        return registration.restricted() != null
                && Boolean.TRUE.equals(registration.restricted().internationalProtection());
    }

    @Override
    public Duration within() {
        return Duration.ZERO;
    }
}
