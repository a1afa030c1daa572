package org.puente.reception.returns;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.puente.contracts.ConsentGiver;
import org.puente.contracts.ConsentPurpose;
import org.puente.contracts.Patterns;

/**
 * The terms that a person agrees to.
 *
 * @param scope {@code node}, {@code region}, or ids of institutions
 * @param validUntil last day on which the consent holds, in the node's time zone; null for no end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConsentTerms(
        @NotEmpty List<@NotNull ConsentPurpose> purposes,

        @NotEmpty @Size(max = 50)
        List<@NotNull @Pattern(regexp = Patterns.SLUG, message = "{puente.slug}") String> scope,

        @NotNull ConsentGiver givenBy,
        LocalDate validUntil) {

    public ConsentTerms {
        purposes = Shapes.list(purposes);
        scope = Shapes.list(scope);
    }

    boolean over(LocalDate on) {
        return validUntil != null && on.isAfter(validUntil);
    }
}
