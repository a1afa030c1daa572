package org.puente.reception.returns.protection;

import java.time.Duration;
import org.puente.reception.returns.Registration;

/**
 * A child without parent or guardian goes to the protection authority, before anything else is
 * offered. Sources: CRM workshop 2022, 3.3 no. 2, p. 21–23 (the child's best interest); INM on
 * unaccompanied children, points 2 and 3. That it comes first is ours (docs/glossary.md, "child
 * alone").
 */
final class ChildAloneFirst implements ProtectionRule {
    @Override
    public String code() {
        return "child-alone";
    }

    @Override
    public boolean appliesTo(Registration registration) {
        return registration.childAlone();
    }

    @Override
    public Duration within() {
        return Duration.ZERO;
    }
}
