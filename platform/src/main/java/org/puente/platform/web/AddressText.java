package org.puente.platform.web;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What may stand in an address (RFC 3986). Once decoded it must be text: no control characters, and
 * no bytes that aren't UTF-8.
 */
final class AddressText {
    private static final String UNRESERVED_AND_DELIMITERS = "-._~!$&'()*+,;=:@/";

    private static final Pattern STEP = Pattern.compile("/(?:\\.|%2[eE]){1,2}(?:/|$)");

    private AddressText() {}

    /**
     * Steps of one or two dots are refused: a proxy that lets {@code /v1} pass, and doesn't resolve
     * them, would let everything pass.
     */
    static boolean isPath(String raw) {
        return raw.startsWith("/") && isText(raw, "") && !STEP.matcher(raw).find();
    }

    /** Many clients send brackets unencoded, and they do no harm. */
    static boolean isQuery(String raw) {
        return isText(raw, "?[]");
    }

    private static boolean isText(String raw, String alsoLegal) {
        ByteBuffer decoded = ByteBuffer.allocate(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '%') {
                if (i + 2 >= raw.length()
                        || !HexFormat.isHexDigit(raw.charAt(i + 1))
                        || !HexFormat.isHexDigit(raw.charAt(i + 2))) {
                    return false;
                }
                decoded.put((byte) HexFormat.fromHexDigits(raw, i + 1, i + 3));
                i += 2;
            } else if (isLegal(c) || alsoLegal.indexOf(c) >= 0) {
                decoded.put((byte) c);
            } else {
                return false;
            }
        }
        return isText(decoded.flip());
    }

    private static boolean isLegal(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || UNRESERVED_AND_DELIMITERS.indexOf(c) >= 0;
    }

    private static boolean isText(ByteBuffer decoded) {
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(decoded);
            return text.chars().noneMatch(Character::isISOControl);
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
