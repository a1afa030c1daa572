package org.puente.reception.certificates;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.puente.platform.json.Json;

/** A certificate of a return. It ends with the return: the database erases it along with it. */
@Entity
@Table(name = "certificate")
class Certificate {
    @Id
    private String code;

    @Column(name = "case_id")
    private UUID caseId;

    @Column(name = "issued_at")
    private Instant issuedAt;

    @Column(name = "returned_on")
    private LocalDate returnedOn;

    @Column(name = "valid_until")
    private LocalDate validUntil;

    @Column(name = "expires_at")
    private Instant expiresAt;

    private String initials;
    private String content;
    private String statement;

    /** The printed status code, sealed; null when its day is over. */
    @Column(name = "sealed_status_code")
    private String sealedStatusCode;

    @Column(name = "superseded_at")
    private Instant supersededAt;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    @Column(name = "revocation_reason")
    private String revocationReason;

    /**
     * @param statement the signed statement of the same claims
     * @param sealedStatusCode the status code that is printed, sealed
     */
    static Certificate issued(
            UUID caseId, Claims claims, PrintedData data, String statement, String sealedStatusCode, Instant at) {
        Certificate issued = new Certificate();
        issued.code = claims.code().symbols();
        issued.caseId = caseId;
        issued.issuedAt = at;
        issued.returnedOn = claims.returnedOn();
        issued.validUntil = claims.validUntil();
        issued.expiresAt = claims.expiresAt();
        issued.initials = claims.initials();
        issued.content = Json.write(data);
        issued.statement = statement;
        issued.sealedStatusCode = sealedStatusCode;
        return issued;
    }

    /** A newer certificate of the same return takes its place. */
    void supersede(Instant at) {
        supersededAt = at;
        sealedStatusCode = null;
    }

    /** For good; one that is revoked already keeps its first reason. */
    void revoke(RevocationReason reason, Instant at) {
        if (revokedAt == null) {
            revokedAt = at;
            revocationReason = reason.code();
            sealedStatusCode = null;
        }
    }

    CertificateStatus status(Instant now) {
        if (revokedAt != null) {
            return CertificateStatus.REVOKED;
        }
        if (supersededAt != null) {
            return CertificateStatus.SUPERSEDED;
        }
        return now.isBefore(expiresAt) ? CertificateStatus.VALID : CertificateStatus.EXPIRED;
    }

    boolean isOf(UUID otherCase) {
        return caseId.equals(otherCase);
    }

    CertificateCode code() {
        return new CertificateCode(code);
    }

    PrintedData data() {
        return Json.read(content, PrintedData.class);
    }

    String statement() {
        return statement;
    }

    LocalDate returnedOn() {
        return returnedOn;
    }

    LocalDate validUntil() {
        return validUntil;
    }

    Optional<String> sealedStatusCode() {
        return Optional.ofNullable(sealedStatusCode);
    }

    CheckedCertificate checked(Instant now) {
        return new CheckedCertificate(status(now).shown(), returnedOn, validUntil, initials);
    }

    /**
     * @param statusCode null except in the answer to the request that issued the certificate
     */
    CertificateView view(Instant now, String statusCode) {
        return new CertificateView(
                code().text(),
                status(now),
                issuedAt,
                returnedOn,
                validUntil,
                initials,
                statement,
                supersededAt,
                revokedAt,
                revocationReason == null ? null : RevocationReason.of(revocationReason),
                statusCode);
    }
}
