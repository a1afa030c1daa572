package org.puente.reception.certificates;

import jakarta.enterprise.context.ApplicationScoped;
import org.puente.platform.export.RowsPart;

/** The certificates of a return, in the export of a person's data. */
@ApplicationScoped
class CertificatePart extends RowsPart {
    private static final String ROWS = """
            select code, issued_at as "issuedAt", returned_on as "returnedOn", valid_until as "validUntil", initials,
                   cast(content as json) as "printed", statement, superseded_at as "supersededAt",
                   revoked_at as "revokedAt", revocation_reason as "revocationReason"
            from certificate where case_id = :case order by issued_at, code
            """;

    CertificatePart() {
        super("certificates", ROWS, "certificate");
    }
}
