package org.puente.reception.returns.background;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import org.puente.contracts.Code;

/**
 * What a person has studied.
 *
 * @param level the highest that the person has attended
 * @param finished whether that level was completed; null if not known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Studies(@NotNull Level level, Boolean finished) {

    /** Levels of education, ISCED 2011 (UNESCO), by their numbers. */
    public enum Level implements Code {
        LESS_THAN_PRIMARY,
        PRIMARY,
        LOWER_SECONDARY,
        UPPER_SECONDARY,
        POST_SECONDARY,
        SHORT_TERTIARY,
        BACHELOR,
        MASTER,
        DOCTORAL;

        /** 0 to 8. */
        @Override
        public String code() {
            return String.valueOf(ordinal());
        }
    }
}
