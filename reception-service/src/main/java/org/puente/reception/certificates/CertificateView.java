package org.puente.reception.certificates;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A certificate, for the institution that issued it.
 *
 * @param code as it is printed
 * @param validUntil its last day, where the node is
 * @param statement what the QR code holds: a JWS in its compact form
 * @param supersededAt null unless a newer one was issued
 * @param revokedAt null unless it was revoked
 * @param revocationReason null unless it was revoked
 * @param statusCode the status code that is printed; shown only in the answer that issues the
 *     certificate
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(requiredProperties = {"code", "status", "issuedAt", "returnedOn", "validUntil", "initials", "statement"})
record CertificateView(
        String code,
        CertificateStatus status,
        Instant issuedAt,
        LocalDate returnedOn,
        LocalDate validUntil,
        String initials,
        String statement,
        Instant supersededAt,
        Instant revokedAt,
        RevocationReason revocationReason,
        String statusCode) {
    @Override
    public String toString() {
        return "CertificateView[…]";
    }
}
