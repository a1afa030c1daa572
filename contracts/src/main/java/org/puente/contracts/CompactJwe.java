package org.puente.contracts;

/** The form of an encrypted text in compact serialisation: five parts of Base64url (RFC 7516, section 3.1). */
final class CompactJwe {
    private static final int DOTS = 4;

    private CompactJwe() {}

    /** Whether the text has five parts, none of them empty. */
    static boolean fits(String text) {
        int dots = 0;
        boolean empty = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.') {
                if (empty || ++dots > DOTS) {
                    return false;
                }
                empty = true;
            } else if (isBase64Url(c)) {
                empty = false;
            } else {
                return false;
            }
        }
        return dots == DOTS && !empty;
    }

    private static boolean isBase64Url(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_';
    }
}
