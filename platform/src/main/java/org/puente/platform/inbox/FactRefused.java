package org.puente.platform.inbox;

/** A fact that this service will never be able to take in as it is. */
public class FactRefused extends RuntimeException {
    /** The cause of what is kept for a later release: its type is none that this one knows. */
    static final String TYPE_UNKNOWN = "type-unknown";

    private final String cause;

    /**
     * @param cause a word for machines, such as {@code foreign-source}
     * @param detail for the operator; holds nothing that identifies a person
     */
    public FactRefused(String cause, String detail) {
        super(detail);
        this.cause = cause;
    }

    public String cause() {
        return cause;
    }
}
