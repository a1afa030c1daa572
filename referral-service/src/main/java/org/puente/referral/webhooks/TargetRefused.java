package org.puente.referral.webhooks;

/** A target that nothing is sent to. */
final class TargetRefused extends RuntimeException {
    private final String code;

    /**
     * @param code a word for machines; the text for people is found under it
     */
    TargetRefused(String code) {
        super(code, null, false, false);
        this.code = code;
    }

    String code() {
        return code;
    }
}
