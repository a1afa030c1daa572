package org.puente.reception.codes;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.puente.platform.text.PlainText;

/**
 * The symbols of a code: 15 random symbols of Crockford's base 32 (crockford.com/base32.html), 75
 * bits, and one check symbol.
 *
 * <p>The check symbol is a remainder over GF(32). Crockford's modulo 37 needs symbols that are hard
 * to find on a telephone. The remainder finds each single wrong symbol, and each two symbols that
 * changed places.
 */
public final class CodeSymbols {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 16;
    private static final int GROUP = 4;

    /** x⁵ + x² + 1, which is primitive over GF(2). */
    private static final int POLYNOMIAL = 0b100101;

    private CodeSymbols() {}

    /** 16 symbols, capital letters and digits. */
    public static String random(SecureRandom random) {
        byte[] bytes = new byte[LENGTH - 1];
        random.nextBytes(bytes);
        return of(bytes);
    }

    /**
     * The 16 symbols that follow from bytes.
     *
     * @param bytes 15 or more, of which five bits each are used; as hard to guess as they are
     */
    public static String of(byte[] bytes) {
        StringBuilder symbols = new StringBuilder(LENGTH);
        int remainder = 0;
        for (int i = 0; i < LENGTH - 1; i++) {
            int value = bytes[i] & ALPHABET.length() - 1;
            remainder = doubled(remainder) ^ value;
            symbols.append(ALPHABET.charAt(value));
        }
        return symbols.append(ALPHABET.charAt(doubled(remainder))).toString();
    }

    /**
     * Reads the text that a person typed or pasted. Letter case, character width, dashes, spaces
     * and invisible characters make no difference; O stands for 0, I and L for 1.
     *
     * @param typed null if nothing was typed
     * @return the 16 symbols; empty if the text is mistyped
     */
    public static Optional<String> read(String typed) {
        String symbols = typed == null
                ? ""
                : Normalizer.normalize(PlainText.of(typed), Normalizer.Form.NFKC)
                        .toUpperCase(Locale.ROOT)
                        .replaceAll("[\\s\\p{Pd}\u2212]", "")
                        .replace('O', '0')
                        .replaceAll("[IL]", "1");
        if (symbols.length() != LENGTH) {
            return Optional.empty();
        }
        int remainder = 0;
        for (int i = 0; i < LENGTH; i++) {
            int value = ALPHABET.indexOf(symbols.charAt(i));
            if (value < 0) {
                return Optional.empty();
            }
            remainder = doubled(remainder) ^ value;
        }
        return remainder == 0 ? Optional.of(symbols) : Optional.empty();
    }

    /** The printed form: four groups of four. */
    public static String grouped(String symbols) {
        return symbols.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }

    private static int doubled(int value) {
        return value < 16 ? value << 1 : value << 1 ^ POLYNOMIAL;
    }
}
