package org.puente.reception.certificates;

import org.puente.contracts.Code;

/**
 * The status of a certificate, for the institution that issued it. Whoever checks it is shown {@link
 * CheckStatus}.
 *
 * <pre>
 * valid → expired (by the clock), superseded (a newer one was issued), revoked
 * expired, superseded → revoked
 * </pre>
 */
enum CertificateStatus implements Code {
    VALID(CheckStatus.VALID),
    EXPIRED(CheckStatus.EXPIRED),
    SUPERSEDED(CheckStatus.REVOKED),
    REVOKED(CheckStatus.REVOKED);

    private final CheckStatus shown;

    CertificateStatus(CheckStatus shown) {
        this.shown = shown;
    }

    CheckStatus shown() {
        return shown;
    }
}
