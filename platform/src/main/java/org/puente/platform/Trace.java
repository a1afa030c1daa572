package org.puente.platform;

import io.smallrye.common.vertx.ContextLocals;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** W3C trace context that a request or a fact hands on to the facts it causes. */
public final class Trace {
    private static final String KEY = "puente.traceparent";
    private static final Pattern TRACEPARENT =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private Trace() {}

    /** Follows the given trace; starts a new one if it is null or no valid traceparent. */
    public static void follow(String traceparent) {
        ContextLocals.put(KEY, valid(traceparent) ? traceparent : fresh());
    }

    /** The trace that is being followed, or a new one. */
    public static String current() {
        return ContextLocals.<String>get(KEY).orElseGet(Trace::fresh);
    }

    static boolean valid(String traceparent) {
        return traceparent != null && TRACEPARENT.matcher(traceparent).matches();
    }

    private static String fresh() {
        byte[] ids = new byte[24];
        ThreadLocalRandom.current().nextBytes(ids);
        ids[0] |= 1;
        ids[16] |= 1;
        String hex = HexFormat.of().formatHex(ids);
        return "00-" + hex.substring(0, 32) + "-" + hex.substring(32) + "-01";
    }
}
