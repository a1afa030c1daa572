package org.puente.reception.returns;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.List;
import org.puente.contracts.Patterns;

/**
 * How and when a person can be contacted without danger. Nobody may use another way, or another hour.
 *
 * @param ways those that are safe, the safest first
 * @param from first safe minute, by the clock where the person is; null, with {@code to}, for any hour
 * @param to the minute in which the safe time ends; before {@code from} it is that of the next day
 * @param language in which it is safe to speak or write, ISO 639-3; null for any that the person speaks
 * @param note what else to heed, such as whom to ask for; null for nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SafeContact(
        @NotEmpty @Size(max = 5) List<@NotNull ContactWay> ways,
        LocalTime from,
        LocalTime to,

        @Pattern(regexp = Patterns.LANGUAGE, message = "{puente.language}")
        String language,

        @Size(min = 1, max = 500) String note) {
    public SafeContact {
        ways = Shapes.list(ways);
    }

    @Override
    public String toString() {
        return "SafeContact[…]";
    }
}
