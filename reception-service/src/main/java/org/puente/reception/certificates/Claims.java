package org.puente.reception.certificates;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What a certificate's signed statement says; nothing more that identifies the person.
 *
 * @param validUntil the last day, in the node's time zone
 * @param expiresAt the end of that day
 */
record Claims(CertificateCode code, String initials, LocalDate returnedOn, LocalDate validUntil, Instant expiresAt) {
    static Claims of(CertificateCode code, String initials, LocalDate returnedOn, LocalDate validUntil, ZoneId zone) {
        return new Claims(
                code,
                initials,
                returnedOn,
                validUntil,
                validUntil.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
