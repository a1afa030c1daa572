package org.puente.reception.flights;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * When one person left, as a desk reports it.
 *
 * @param leftAt null for now
 * @param writtenAt when the report was written; null for now
 */
@Schema(name = "CaseDepartureReport")
record CaseDepartureReport(Instant leftAt, Instant writtenAt) {}
