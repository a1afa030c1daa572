package org.puente.platform.inbox;

/** A fact that this service can never take in as it is. */
public class FactRefused extends RuntimeException {
    /** The cause of facts kept for a later release: this release doesn't know their type. */
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
