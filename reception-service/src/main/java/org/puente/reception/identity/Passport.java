package org.puente.reception.identity;

import java.util.regex.Pattern;

/**
 * Passports of any country: letters and digits, more of these than of those (ICAO Doc 9303-4 has up
 * to nine characters; what is typed with it, such as a check digit, may make it longer). There is
 * no check, but what is typed where there is no passport has few digits or always the same.
 */
final class Passport {
    private static final Pattern FORM = Pattern.compile("[0-9A-Z]{5,20}");
    private static final int FEWEST_DIGITS = 4;

    private Passport() {}

    static boolean valid(String number) {
        String digits = number.replaceAll("[^0-9]", "");
        return FORM.matcher(number).matches()
                && digits.length() >= FEWEST_DIGITS
                && digits.length() * 2 >= number.length()
                && digits.chars().distinct().count() > 1
                && !Fillers.contain(number);
    }
}
