package org.puente.reporting.indicators;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A figure with its breakdown.
 *
 * @param breakdown value by name; empty for the whole
 * @param value null if and only if suppressed
 * @param suppressed whether the value is withheld because so few people are behind it
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(requiredProperties = {"breakdown", "value", "suppressed"})
record Cell(
        Map<String, String> breakdown,
        @Schema(nullable = true) Number value,
        boolean suppressed) {

    /**
     * @param people how many are behind the value; 0 is not withheld, since it shows nobody
     */
    static Cell of(Map<String, String> breakdown, Number value, long people, int smallestShown) {
        boolean few = people > 0 && people < smallestShown;
        return new Cell(breakdown, few ? null : value, few);
    }
}
