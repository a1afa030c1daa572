package org.puente.followup.instruments;

import org.puente.contracts.Dimension;
import org.puente.contracts.LocalizedText;

/**
 * One question.
 *
 * @param scale id of the scale of its answers
 * @param reversed true if the scale's best answer is the worst here, as with "yes" to a debt; false
 *     if the data has none
 * @param weight relative to the other items of its dimension; 1 if the data has none
 */
record Item(String id, Dimension dimension, String scale, Boolean reversed, Double weight, LocalizedText text) {
    Item {
        reversed = Boolean.TRUE.equals(reversed);
        weight = weight == null ? 1.0 : weight;
        if (id == null || dimension == null || scale == null || text == null || !(weight > 0)) {
            throw new IllegalArgumentException("an item has an id, a dimension, a scale, a text and a weight above 0");
        }
    }

    double valueOf(Scale.Step step) {
        return reversed ? 1 - step.value() : step.value();
    }
}
