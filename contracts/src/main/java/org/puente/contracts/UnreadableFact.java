package org.puente.contracts;

/**
 * A record that can't be read as a fact, however often somebody tries. Code and message repeat
 * nothing of the record.
 */
public final class UnreadableFact extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    public UnreadableFact(String code, String message) {
        super(message);
        this.code = code;
    }

    /** For machines: {@code header-missing}, {@code header-invalid}, {@code type-unknown}, … */
    public String code() {
        return code;
    }
}
