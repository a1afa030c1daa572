package org.puente.reception.certificates;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.puente.reception.status.Words;

/**
 * A checked certificate in words, for the page.
 *
 * @param says whether it is valid
 * @param valid for the page's emphasis
 */
public record CertificateText(String says, boolean valid, String initials, String returnedOn, String validUntil) {
    static CertificateText of(CheckedCertificate certificate, Words words) {
        return new CertificateText(
                words.of("certificate-" + certificate.status().code()),
                certificate.status() == CheckStatus.VALID,
                certificate.initials().isEmpty() ? words.of("certificate-page-no-name") : certificate.initials(),
                day(certificate.returnedOn(), words),
                day(certificate.validUntil(), words));
    }

    private static String day(LocalDate day, Words words) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .localizedBy(words.language())
                .format(day);
    }
}
