package org.puente.local;

/** What keeps us from going on, in words for whoever sits at the terminal: no stack is shown. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refusal(String message) {
        super(message);
    }

    Refusal(String message, Throwable cause) {
        super(message, cause);
    }
}
