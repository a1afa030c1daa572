package org.puente.platform.operations;

import java.util.Set;

/** The methods by which requests are counted and traced: a client may send any word in place of one. */
public final class HttpMethods {
    /** Those of HTTP (RFC 9110) and PATCH (RFC 5789). */
    private static final Set<String> STANDARD =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

    private HttpMethods() {}

    /** Case counts, as in HTTP. */
    public static boolean isStandard(String method) {
        return STANDARD.contains(method);
    }
}
