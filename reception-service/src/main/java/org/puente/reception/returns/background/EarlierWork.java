package org.puente.reception.returns.background;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.puente.contracts.Patterns;

/**
 * Work that a person has done.
 *
 * @param isco a major group (one digit) or sub-major group (two digits) of ISCO-08, see {@link
 *     org.puente.platform.text.Occupations}
 * @param years whole years; 0 for less than one; null if not known
 * @param where the country, ISO 3166-1 alpha-3; null if not known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EarlierWork(
        @NotNull @Pattern(regexp = "[0-9]{1,2}", message = "{puente.isco}")
        String isco,

        @Min(0) @Max(90) Integer years,

        @Pattern(regexp = Patterns.COUNTRY, message = "{puente.country}")
        String where) {}
