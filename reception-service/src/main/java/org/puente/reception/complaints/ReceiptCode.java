package org.puente.reception.complaints;

import java.security.SecureRandom;
import java.util.Optional;
import org.puente.reception.codes.CodeSymbols;

/**
 * The code that opens the state of one complaint. It is shown once, to the person, and is another
 * one than that of the case, which the desk knows.
 *
 * @param symbols as {@link CodeSymbols} makes them
 */
public record ReceiptCode(String symbols) {
    public static ReceiptCode random(SecureRandom random) {
        return new ReceiptCode(CodeSymbols.random(random));
    }

    /**
     * Reads the text that a person typed or pasted.
     *
     * @return empty if the text is mistyped
     */
    public static Optional<ReceiptCode> read(String typed) {
        return CodeSymbols.read(typed).map(ReceiptCode::new);
    }

    /** The printed form: four groups of four. */
    public String text() {
        return CodeSymbols.grouped(symbols);
    }

    /** Shows nothing of the code: a log or an exception may print this text. */
    @Override
    public String toString() {
        return "ReceiptCode[…]";
    }
}
