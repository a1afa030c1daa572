package org.puente.reception.status;

import java.security.SecureRandom;
import java.util.Optional;
import org.puente.reception.codes.CodeSymbols;

/**
 * A code with which a person asks for their status.
 *
 * @param symbols as {@link CodeSymbols} makes them
 */
public record StatusCode(String symbols) {
    static StatusCode random(SecureRandom random) {
        return new StatusCode(CodeSymbols.random(random));
    }

    /**
     * Reads the text that a person typed or pasted.
     *
     * @return empty if the text is mistyped
     */
    public static Optional<StatusCode> read(String typed) {
        return CodeSymbols.read(typed).map(StatusCode::new);
    }

    /** The printed form: four groups of four. */
    public String text() {
        return CodeSymbols.grouped(symbols);
    }

    /** Shows nothing of the code: a log or an exception may print this text. */
    @Override
    public String toString() {
        return "StatusCode[…]";
    }
}
