package org.puente.reception.identity;

import java.util.regex.Pattern;

/**
 * Recognises fillers: numbers that are typed where there is no document. Only fillers with digits
 * matter here: no kind of document takes words such as {@code N/A} or {@code SIN DOCUMENTO}. A few
 * real numbers in a hundred thousand look like a filler. They identify nobody; then only the
 * comparison by name can warn.
 */
final class Fillers {
    /** Start of the CURP that Mexico's tax authority uses for foreigners who have none. */
    private static final String CURP_OF_NOBODY = "XEXX010101";

    /**
     * {@code N/A}, {@code S/D}, {@code S/N} and the like after normalising, followed by a day or a
     * count.
     */
    private static final Pattern NONE_AND_DIGITS = Pattern.compile("(N[ADT]|S[DN]|SIN|NO|XX+)[0-9]+");

    private static final int LONG = 8;
    private static final int LONG_BEHIND_LETTERS = 6;

    private Fillers() {}

    /**
     * @param number normalised, not empty
     */
    static boolean contain(String number) {
        String digits = number.replaceAll("[^0-9]", "");
        boolean lettered = digits.length() < number.length();
        return number.startsWith(CURP_OF_NOBODY)
                || NONE_AND_DIGITS.matcher(number).matches()
                || isMonotonous(digits, lettered ? LONG_BEHIND_LETTERS : LONG)
                || number.chars().distinct().count() == 1
                || counts(withoutCheck(number), 1)
                || counts(withoutCheck(number), -1);
    }

    /** A long number with at most two different digits, or a short block that repeats. */
    private static boolean isMonotonous(String digits, int atLeast) {
        return digits.length() >= atLeast
                && (digits.chars().distinct().count() <= 2
                        || digits.length() >= LONG && (repeats(digits, 3) || repeats(digits, 4)));
    }

    private static boolean repeats(String digits, int block) {
        return digits.startsWith(digits.substring(block));
    }

    /** A letter after many digits may be an invented check digit. */
    private static String withoutCheck(String number) {
        int last = number.length() - 1;
        return last >= LONG_BEHIND_LETTERS && Character.isLetter(number.charAt(last))
                ? number.substring(0, last)
                : number;
    }

    /**
     * Whether the digits count up (or down): 123456789, 9876543210. In a long number a digit may
     * also repeat: 112233445.
     */
    private static boolean counts(String number, int step) {
        for (int i = 1; i < number.length(); i++) {
            int before = Character.digit(number.charAt(i - 1), 10);
            int digit = Character.digit(number.charAt(i), 10);
            boolean again = number.length() >= LONG && digit == before;
            if (!again && digit != Math.floorMod(before + step, 10)) {
                return false;
            }
        }
        return Character.isDigit(number.charAt(0));
    }
}
