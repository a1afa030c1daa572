package org.puente.reception.flights;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.puente.contracts.Patterns;

/**
 * A flight or a bus. Its people are the returns with the same reception point, day and reference.
 *
 * @param returnedOn the day under which its people are registered
 * @param reference the carrier's number of flight or bus
 */
public record Flight(
        @NotNull @Pattern(regexp = Patterns.SLUG, message = "{puente.slug}")
        String receptionPoint,

        @NotNull LocalDate returnedOn,

        @NotNull @Pattern(regexp = Patterns.REFERENCE, message = "{puente.reference}")
        String reference) {}
