package org.puente.local;

/**
 * What opens the local servers, which listen on the loopback address alone and hold invented
 * people. Nothing of it exists in production.
 */
final class Secrets {
    /** Of every local user, role and principal. */
    static final String PASSWORD = "puente-dev";

    private Secrets() {}

    /** From which a node's reception-service derives the pseudonyms of its documents. */
    static String pseudonyms(String node) {
        return "puente-dev-pseudonyms-of-" + node;
    }

    /** Under which a node's reception-service keeps the codes of people. */
    static String codes(String node) {
        return "puente-dev-codes-of-" + node;
    }

    /** From which a node's services derive the ids of what they make by themselves. */
    static String ids(String node) {
        return "puente-dev-ids-of-" + node;
    }
}
