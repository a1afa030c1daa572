package org.puente.reception.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Mexico's Clave Única de Registro de Población: 18 characters, the last one a check digit. Source
 * of structure and check digit: RENAPO, "Instructivo normativo para la asignación de la CURP".
 */
final class Curp {
    private static final Pattern FORM = Pattern.compile("[A-Z]{4}[0-9]{6}[HMX][A-Z]{5}[0-9A-Z][0-9]");
    private static final String VALUES = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ";

    /** Federal entities; NE stands for a birth abroad. */
    private static final Set<String> PLACES = Set.of(
            ("AS BC BS CC CH CL CM CS DF DG GR GT HG JC MC MN MS NE NL NT OC PL QR QT SL" + " SP SR TC TL TS VZ YN ZS")
                    .split(" "));

    private Curp() {}

    static boolean valid(String number) {
        return FORM.matcher(number).matches()
                && PLACES.contains(number.substring(11, 13))
                && born(number)
                && check(number) == number.charAt(17) - '0';
    }

    /** The 17th character shows the century: a digit the 20th, a letter the 21st. */
    private static boolean born(String number) {
        int century = Character.isDigit(number.charAt(16)) ? 1900 : 2000;
        try {
            LocalDate.of(
                    century + Integer.parseInt(number.substring(4, 6)),
                    Integer.parseInt(number.substring(6, 8)),
                    Integer.parseInt(number.substring(8, 10)));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static int check(String number) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += VALUES.indexOf(number.charAt(i)) * (18 - i);
        }
        return (10 - sum % 10) % 10;
    }
}
