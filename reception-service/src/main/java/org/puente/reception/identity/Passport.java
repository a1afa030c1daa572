package org.puente.reception.identity;

import java.util.regex.Pattern;

/**
 * Passports of any country: letters and digits, at least half of them digits. ICAO Doc 9303-4 has
 * up to nine characters; extra characters, such as a typed check digit, may make the number longer.
 * There is no check digit, but a filler has few digits, or repeats one digit.
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
