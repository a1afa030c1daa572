package org.puente.reception.certificates;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.puente.platform.problems.ProblemException;
import org.puente.reception.returns.ReturnCase;
import org.puente.reception.status.StatusCodes;

/** Decides what is printed of a certificate. */
@ApplicationScoped
class CertificatePrinting {
    private final StatusCodes codes;
    private final Optional<String> address;

    CertificatePrinting(
            StatusCodes codes, @ConfigProperty(name = "puente.certificates.address") Optional<String> address) {
        this.codes = codes;
        this.address = address.map(text -> text.replaceFirst("/+$", ""));
    }

    /**
     * @throws ProblemException conflict if the certificate is not valid: on paper it would look as if
     *     it were
     */
    Paper paper(Certificate certificate, ReturnCase returnCase, Instant now) {
        if (certificate.status(now) != CertificateStatus.VALID) {
            throw ProblemException.conflict("certificate-not-valid");
        }
        return new Paper(
                certificate.data(),
                certificate.returnedOn(),
                certificate.validUntil(),
                certificate.code().text(),
                certificate.statement(),
                certificate
                        .sealedStatusCode()
                        .flatMap(code -> codes.openInForce(code, returnCase.statusMark()))
                        .orElse(null),
                address.orElse(null));
    }
}
