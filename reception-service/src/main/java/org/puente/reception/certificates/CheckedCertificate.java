package org.puente.reception.certificates;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What anybody is shown who has the code of a certificate.
 *
 * @param validUntil its last day, where the node is
 * @param initials of the person; empty if the person has no name
 */
@Schema(requiredProperties = {"status", "returnedOn", "validUntil", "initials"})
public record CheckedCertificate(CheckStatus status, LocalDate returnedOn, LocalDate validUntil, String initials) {}
