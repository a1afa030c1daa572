package org.puente.reception.identity;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.text.Normalizer;
import java.util.Locale;
import org.puente.platform.text.PlainText;

/**
 * An identity document as intake records it.
 *
 * @param number as it was read, at most 40 characters; dashes and spaces mean nothing
 */
public record IdentityDocument(
        @NotNull DocumentKind kind,

        @NotNull @Pattern(regexp = "[^\\p{Cntrl}]{1,40}", message = "{puente.text.40}")
        String number) {
    public IdentityDocument {
        number = PlainText.of(number);
    }

    /** Whether the number keeps the rules of its kind: check digit, date, place. */
    public boolean valid() {
        return kind.takes(normalised());
    }

    /**
     * Whether the document identifies one person: a valid number of a kind that is issued once, and
     * no filler. {@link DocumentKind#OTHER} may be anything, even a library card, and never
     * identifies.
     */
    boolean identifies() {
        return kind != DocumentKind.OTHER && valid() && !Fillers.contain(normalised());
    }

    /** Capital letters and digits 0 to 9 only, so that spelling makes no difference. */
    String normalised() {
        return Normalizer.normalize(number, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^\\p{Lu}\\p{Nd}]", "")
                .codePoints()
                .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Without the number: no log may show it. */
    @Override
    public String toString() {
        return "IdentityDocument[" + kind + "]";
    }
}
