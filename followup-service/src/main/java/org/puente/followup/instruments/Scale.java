package org.puente.followup.instruments;

import java.util.List;
import java.util.Optional;
import org.puente.contracts.LocalizedText;

/**
 * The possible answers to an item.
 *
 * @param steps best first, if the item isn't reversed
 */
record Scale(String id, List<Step> steps) {
    Scale {
        if (id == null || steps == null || steps.size() < 2) {
            throw new IllegalArgumentException("a scale has an id and two steps or more");
        }
        steps = List.copyOf(steps);
    }

    /**
     * One answer.
     *
     * @param value 0 to 1
     */
    record Step(String code, double value, LocalizedText text) {
        Step {
            if (code == null || text == null || !(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException("a step has a code, a text and a value 0 to 1");
            }
        }
    }

    Optional<Step> step(String code) {
        return steps.stream().filter(step -> step.code().equals(code)).findFirst();
    }

    List<String> codes() {
        return steps.stream().map(Step::code).toList();
    }
}
