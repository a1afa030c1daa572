package org.puente.reception.identity;

import java.util.regex.Pattern;

/** El Salvador's Documento Único de Identidad: eight digits and a check digit, weights 9 to 2. */
final class Dui {
    private static final Pattern FORM = Pattern.compile("[0-9]{9}");
    private static final String NONE = "000000000";

    private Dui() {}

    static boolean valid(String number) {
        if (!FORM.matcher(number).matches() || number.equals(NONE)) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += (number.charAt(i) - '0') * (9 - i);
        }
        return (10 - sum % 10) % 10 == number.charAt(8) - '0';
    }
}
