package org.puente.reception.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CertificateTest {
    private static final ZoneId GUATEMALA = ZoneId.of("America/Guatemala");
    private static final LocalDate LAST_DAY = LocalDate.parse("2027-01-15");
    private static final Instant LAST_MOMENT =
            LocalDate.parse("2027-01-15").atTime(23, 59, 59).atZone(GUATEMALA).toInstant();
    private static final Instant AFTER = LAST_MOMENT.plusSeconds(1);

    private final Certificate certificate = Certificate.issued(
            UUID.randomUUID(),
            Claims.of(
                    new CertificateCode("0000000000000000"), "AE", LocalDate.parse("2026-01-14"), LAST_DAY, GUATEMALA),
            new PrintedData("Ana", "Ejemplo", null, "GTM", "Instituto", "Aeropuerto"),
            "a.b.c",
            "sealed",
            Instant.parse("2026-01-15T12:00:00Z"));

    @Test
    void isValidUntilTheEndOfItsLastDayWhereTheNodeIs() {
        assertThat(certificate.status(LAST_MOMENT)).isEqualTo(CertificateStatus.VALID);
    }

    @Test
    void isExpiredFromTheNextDayOn() {
        assertThat(certificate.status(AFTER)).isEqualTo(CertificateStatus.EXPIRED);
    }

    @Test
    void isSupersededEvenWhenItIsOver() {
        certificate.supersede(LAST_MOMENT);
        assertThat(certificate.status(AFTER)).isEqualTo(CertificateStatus.SUPERSEDED);
    }

    @Test
    void isRevokedWhateverElseItIs() {
        certificate.supersede(LAST_MOMENT);
        certificate.revoke(RevocationReason.LOST, LAST_MOMENT);
        assertThat(certificate.status(AFTER)).isEqualTo(CertificateStatus.REVOKED);
    }

    @Test
    void keepsTheFirstReasonOfARevocation() {
        certificate.revoke(RevocationReason.STOLEN, LAST_MOMENT);
        certificate.revoke(RevocationReason.OTHER, AFTER);
        assertThat(certificate.view(AFTER, null).revocationReason()).isEqualTo(RevocationReason.STOLEN);
        assertThat(certificate.view(AFTER, null).revokedAt()).isEqualTo(LAST_MOMENT);
    }

    @Test
    void keepsNoStatusCodeOnceItIsSuperseded() {
        certificate.supersede(LAST_MOMENT);
        assertThat(certificate.sealedStatusCode()).isEmpty();
    }

    @Test
    void looksRevokedToOthersWhenANewerOneWasIssued() {
        certificate.supersede(LAST_MOMENT);
        assertThat(certificate.checked(LAST_MOMENT).status()).isEqualTo(CheckStatus.REVOKED);
    }

    @Test
    void aReasonOfALaterReleaseIsReadAsAnother() {
        assertThat(RevocationReason.of("found-in-a-river")).isEqualTo(RevocationReason.OTHER);
    }
}
