package org.puente.reception.identity;

import java.util.regex.Pattern;

/**
 * Numbers that are typed where there is none. Those made of words ({@code N/A}, {@code SIN
 * DOCUMENTO}) have no digits, and no kind of document takes them; these have. A real number that
 * looks like one, some in a hundred thousand, makes nobody known: that is asked about by name.
 */
final class Fillers {
    /** Begins the CURP that Mexico's tax authority gives out for foreigners without one. */
    private static final String CURP_OF_NOBODY = "XEXX010101";

    /**
     * What is left of {@code N/A}, {@code S/D}, {@code S/N} and the like, with a day or a count.
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

    /** Two digits alone in a long number, or a short block again and again. */
    private static boolean isMonotonous(String digits, int atLeast) {
        return digits.length() >= atLeast
                && (digits.chars().distinct().count() <= 2
                        || digits.length() >= LONG && (repeats(digits, 3) || repeats(digits, 4)));
    }

    private static boolean repeats(String digits, int block) {
        return digits.startsWith(digits.substring(block));
    }

    /** A letter behind many digits is somebody's idea of a check digit. */
    private static String withoutCheck(String number) {
        int last = number.length() - 1;
        return last >= LONG_BEHIND_LETTERS && Character.isLetter(number.charAt(last))
                ? number.substring(0, last)
                : number;
    }

    /**
     * Whether each digit is the one before, or one more (or less): 123456789, 9876543210, and in a
     * long number also 112233445.
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
