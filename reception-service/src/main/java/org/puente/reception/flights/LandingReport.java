package org.puente.reception.flights;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.contracts.TransportMode;

/**
 * When a flight landed, as a desk reports it.
 *
 * @param landedAt null for now
 * @param writtenAt when the report was written; null for now
 */
@Schema(name = "LandingReport")
record LandingReport(@NotNull @Valid Flight flight, @NotNull TransportMode mode, Instant landedAt, Instant writtenAt) {}
