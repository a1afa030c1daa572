package org.puente.reception.returns.protection;

import java.time.Duration;
import org.puente.reception.returns.Registration;
import org.puente.reception.returns.Restricted;

/**
 * Signs of trafficking, or sexual violence survived: a referral to a restricted offer, which shows
 * the person to its recipient alone. Source: UN network on migration, table 2 ("identificar perfiles
 * para una correcta derivación de los distintos casos de trata"). Three days are the inter-agency
 * practice for what is urgent (docs/glossary.md, "priority").
 */
final class SurvivorOfViolence implements ProtectionRule {
    @Override
    public String code() {
        return "restricted-referral";
    }

    @Override
    public boolean appliesTo(Registration registration) {
        Restricted restricted = registration.restricted();
        return restricted != null
                && (Boolean.TRUE.equals(restricted.trafficking()) || Boolean.TRUE.equals(restricted.sexualViolence()));
    }

    @Override
    public Duration within() {
        return Duration.ofHours(72);
    }
}
