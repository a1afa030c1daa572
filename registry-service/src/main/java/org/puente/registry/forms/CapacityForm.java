package org.puente.registry.forms;

import java.util.List;
import org.puente.contracts.CapacityUnit;
import org.puente.contracts.Places;
import org.puente.platform.problems.FieldError;

/**
 * How many an offer can take at once. The maximum may be less than the places that are taken:
 * people who have a place keep it.
 */
public record CapacityForm(Integer maximum, CapacityUnit unit) {

    private static final int MAX = 1_000_000;

    public List<FieldError> faults() {
        Check check = new Check();
        check(check, "");
        return check.faults();
    }

    void check(Check check, String at) {
        if (check.present(at + "/maximum", maximum)) {
            check.within(at + "/maximum", maximum, 0, MAX);
        }
        check.present(at + "/unit", unit);
    }

    Places places() {
        return new Places(maximum, unit);
    }
}
