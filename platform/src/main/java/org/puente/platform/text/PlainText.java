package org.puente.platform.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text that people type, paste and read. It removes differences that no eye sees: letters with
 * their accents in one character or two, characters without width, spaces of every width.
 */
public final class PlainText {
    /** Format characters, and others that Unicode says to ignore where they can't be shown. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cf}\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u3164"
                    + "\\ufe00-\\ufe0f\\uffa0\\x{e0000}-\\x{e0fff}]");

    private static final Pattern SPACES = Pattern.compile("\\p{Z}+");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}]+");

    /** Typographic, modifier letters, spacing accents, prime, saltillo of American languages, full width. */
    private static final Pattern APOSTROPHE =
            Pattern.compile("[\u2018\u2019\u201b\u02bb\u02bc\u00b4`\u2032\ua78b\ua78c\uff07]");

    private PlainText() {}

    /**
     * For people to read: composed (NFC), nothing invisible, single plain spaces, none at the ends.
     * Control characters stay: the caller must refuse them.
     *
     * @param text null gives null
     */
    public static String of(String text) {
        return text == null
                ? null
                : Normalizer.normalize(
                        SPACES.matcher(INVISIBLE.matcher(text).replaceAll(""))
                                .replaceAll(" ")
                                .strip(),
                        Normalizer.Form.NFC);
    }

    /**
     * For comparing only: as {@link #of}, in small letters without accents, in the plain form of
     * full-width and other compatible characters, with one kind of apostrophe.
     */
    public static String folded(String text) {
        String compatible = Normalizer.normalize(
                APOSTROPHE.matcher(INVISIBLE.matcher(text).replaceAll("")).replaceAll("'"), Normalizer.Form.NFKD);
        return BLANK.matcher(ACCENTS.matcher(compatible).replaceAll("").toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }
}
