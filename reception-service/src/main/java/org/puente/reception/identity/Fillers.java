package org.puente.reception.identity;

/**
 * Numbers that are typed where there is none. Those made of words ({@code N/A}, {@code SIN
 * DOCUMENTO}) have no digits, and no kind of document takes them; these have.
 */
final class Fillers {
    /** Begins the CURP that Mexico's tax authority gives out for foreigners without one. */
    private static final String CURP_OF_NOBODY = "XEXX010101";

    private Fillers() {}

    /**
     * @param number normalised, not empty
     */
    static boolean contain(String number) {
        return number.startsWith(CURP_OF_NOBODY)
                || number.chars().distinct().count() == 1
                || counts(number, 1)
                || counts(number, -1);
    }

    /** Whether each digit is the one before, and one more or less: 123456789, 9876543210. */
    private static boolean counts(String number, int step) {
        for (int i = 1; i < number.length(); i++) {
            int expected = Math.floorMod(Character.digit(number.charAt(i - 1), 10) + step, 10);
            if (Character.digit(number.charAt(i), 10) != expected) {
                return false;
            }
        }
        return Character.isDigit(number.charAt(0));
    }
}
