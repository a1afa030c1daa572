package org.puente.reception.returns.protection;

import java.time.Duration;
import java.util.Set;
import org.puente.contracts.Priority;
import org.puente.reception.returns.Registration;

/**
 * A need of health that cannot wait is referred as an emergency. Source: CRM workshop 2022, 2.4
 * (medical care on arrival); a day is the inter-agency practice for emergencies (docs/glossary.md,
 * "priority").
 */
final class UrgentHealth implements ProtectionRule {
    private static final String HEALTH = "health";
    private static final Set<Priority> CANNOT_WAIT = Set.of(Priority.EMERGENCY, Priority.URGENT);

    @Override
    public String code() {
        return "urgent-health";
    }

    @Override
    public boolean appliesTo(Registration registration) {
        return registration.needs().stream()
                .anyMatch(need -> need.category().equals(HEALTH) && CANNOT_WAIT.contains(need.urgency()));
    }

    @Override
    public Duration within() {
        return Duration.ofHours(24);
    }
}
