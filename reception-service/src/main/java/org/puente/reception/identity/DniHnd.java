package org.puente.reception.identity;

import java.util.regex.Pattern;

/**
 * Honduras' Documento Nacional de Identificación: department 01 to 18, municipality, year and
 * folio. There is no check digit. The year may be the year of registration, so it does not prove
 * the year of birth.
 */
final class DniHnd {
    private static final Pattern FORM =
            Pattern.compile("(0[1-9]|1[0-8])(?!00)[0-9]{2}(19|20)[0-9]{2}(?!00000)[0-9]{5}");

    private DniHnd() {}

    static boolean valid(String number) {
        return FORM.matcher(number).matches();
    }
}
