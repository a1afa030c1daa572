package org.puente.reception.certificates;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;

/**
 * What a certificate says in words, as it was when the certificate was issued. A return that is
 * amended later needs a new certificate.
 *
 * @param givenNames null if the person has none
 * @param familyNames null if the person has none
 * @param birthDate null if only an age is known
 * @param country ISO 3166-1 alpha-3 of the node; null if not known
 * @param institution name of the institution that issues it
 * @param point name of the place where the person was received
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PrintedData(
        String givenNames, String familyNames, LocalDate birthDate, String country, String institution, String point) {
    /** Names of the members that hold personal data, for the audit. */
    static final List<String> PERSONAL = List.of("givenNames", "familyNames", "birthDate");

    @Override
    public String toString() {
        return "PrintedData[…]";
    }
}
