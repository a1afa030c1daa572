package org.puente.reception.certificates;

import java.security.SecureRandom;
import java.util.Optional;
import org.puente.reception.codes.CodeSymbols;

/**
 * The code of a certificate, by which it is checked. 75 random bits: nobody finds one by trying.
 *
 * @param symbols as {@link CodeSymbols} makes them
 */
record CertificateCode(String symbols) {
    static CertificateCode random(SecureRandom random) {
        return new CertificateCode(CodeSymbols.random(random));
    }

    /**
     * Reads the text that somebody typed.
     *
     * @return empty if the text cannot be a code
     */
    static Optional<CertificateCode> read(String typed) {
        return CodeSymbols.read(typed).map(CertificateCode::new);
    }

    /** The printed form: four groups of four. */
    String text() {
        return CodeSymbols.grouped(symbols);
    }
}
