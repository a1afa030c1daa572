package org.puente.reception.returns;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.puente.contracts.ConsentGiver;
import org.puente.contracts.ConsentPurpose;
import org.puente.contracts.Patterns;

/**
 * The terms that a person agrees to.
 *
 * @param scope {@code node}, {@code region}, or ids of institutions
 * @param validUntil last day on which the consent holds, in the node's time zone; null for no end
 * @param language in which it was explained to the person, ISO 639-3: with an interpreter, the interpreter's; null if
 *     not recorded
 * @param textVersion which text was read to the person: a version of {@code ConsentText}, or the institution's own
 *     name for its form; null if not recorded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConsentTerms(
        @NotEmpty List<@NotNull ConsentPurpose> purposes,

        @NotEmpty @Size(max = 50)
        List<@NotNull @Pattern(regexp = Patterns.SLUG, message = "{puente.slug}") String> scope,

        @NotNull ConsentGiver givenBy,
        LocalDate validUntil,

        @Pattern(regexp = Patterns.LANGUAGE, message = "{puente.language}")
        String language,

        @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,62}", message = "{puente.text-version}")
        String textVersion) {

    public ConsentTerms {
        purposes = Shapes.list(purposes);
        scope = Shapes.list(scope);
    }

    /** Terms of which is not recorded how they were explained. */
    public ConsentTerms(List<ConsentPurpose> purposes, List<String> scope, ConsentGiver givenBy, LocalDate validUntil) {
        this(purposes, scope, givenBy, validUntil, null, null);
    }

    /**
     * These terms, as others were explained if they are the same. No fact holds how a consent was explained, so terms
     * that come back from a fact have lost it.
     */
    ConsentTerms explainedAs(ConsentTerms known) {
        boolean same = Set.copyOf(purposes).equals(Set.copyOf(known.purposes))
                && Set.copyOf(scope).equals(Set.copyOf(known.scope))
                && givenBy == known.givenBy
                && Objects.equals(validUntil, known.validUntil);
        return same ? known : this;
    }

    boolean over(LocalDate on) {
        return validUntil != null && on.isAfter(validUntil);
    }
}
