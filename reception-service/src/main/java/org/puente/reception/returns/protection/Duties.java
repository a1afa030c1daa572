package org.puente.reception.returns.protection;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.puente.platform.web.Texts;
import org.puente.reception.returns.Duty;
import org.puente.reception.returns.Registration;

/** What the rules of protection ask for. */
public final class Duties {
    private static final List<ProtectionRule> RULES = List.of(
            new ChildAloneFirst(),
            new ChildWithNobody(),
            new DangerAtHome(),
            new InternationalProtection(),
            new UrgentHealth(),
            new SurvivorOfViolence());

    private Duties() {}

    /**
     * @param registeredAt by the node's clock
     * @return the duties, the soonest first
     */
    public static List<Duty> of(Registration registration, Instant registeredAt, Locale locale) {
        return RULES.stream()
                .filter(rule -> rule.appliesTo(registration))
                .map(rule -> new Duty(
                        rule.code(), registeredAt.plus(rule.within()), Texts.of(locale, "duty-" + rule.code())))
                .sorted(Comparator.comparing(Duty::by))
                .toList();
    }
}
