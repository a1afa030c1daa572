package org.puente.contracts;

/** Sex as recorded. X and unknown are not the same. */
public enum Sex implements Code {
    FEMALE("F"),
    MALE("M"),
    X("X"),
    UNKNOWN("unknown");

    private final String code;

    Sex(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
