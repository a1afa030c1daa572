package org.puente.reception.identity;

import java.util.regex.Pattern;

/**
 * Guatemala's Código Único de Identificación: eight digits, a check digit (modulo 11), and the
 * department and municipality where it was first issued.
 */
final class Cui {
    private static final Pattern FORM = Pattern.compile("[0-9]{13}");

    /** How many municipalities each of the 22 departments has. */
    private static final int[] MUNICIPALITIES = {
        17, 8, 16, 16, 14, 14, 19, 8, 24, 21, 9, 30, 33, 21, 8, 17, 14, 5, 11, 11, 7, 17
    };

    private Cui() {}

    static boolean valid(String number) {
        return FORM.matcher(number).matches()
                && place(Integer.parseInt(number.substring(9, 11)), Integer.parseInt(number.substring(11)))
                && check(number) == number.charAt(8) - '0';
    }

    private static boolean place(int department, int municipality) {
        return department >= 1
                && department <= MUNICIPALITIES.length
                && municipality >= 1
                && municipality <= MUNICIPALITIES[department - 1];
    }

    /** May be 10, which no digit equals. */
    private static int check(String number) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += (number.charAt(i) - '0') * (i + 2);
        }
        return sum % 11;
    }
}
