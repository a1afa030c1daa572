package org.puente.reception.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import org.puente.platform.text.PlainText;

/**
 * An identity document as intake records it.
 *
 * @param number as it was read, at most 40 characters; dashes and spaces mean nothing
 * @param issuedOn null if not known
 * @param validUntil last day on which it holds; null if not known, or without end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IdentityDocument(
        @NotNull DocumentKind kind,

        @NotNull @Pattern(regexp = "[^\\p{Cntrl}]{1,40}", message = "{puente.text.40}")
        String number,

        LocalDate issuedOn,
        LocalDate validUntil) {
    public IdentityDocument {
        number = PlainText.of(number);
    }

    /** A document of which only the number is known. */
    public IdentityDocument(DocumentKind kind, String number) {
        this(kind, number, null, null);
    }

    /** Whether the number keeps the rules of its kind: check digit, date, place. */
    public boolean valid() {
        return kind.takes(normalised());
    }

    /**
     * Whether the document identifies one person: a valid number of a kind that is issued once, and
     * no filler. {@link DocumentKind#OTHER} may be anything, even a library card, and {@link
     * DocumentKind#PROVISIONAL} is numbered by each institution for itself: they never identify.
     */
    boolean identifies() {
        return kind != DocumentKind.OTHER
                && kind != DocumentKind.PROVISIONAL
                && valid()
                && !Fillers.contain(normalised());
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
