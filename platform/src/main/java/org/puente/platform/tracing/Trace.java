package org.puente.platform.tracing;

import io.smallrye.common.vertx.ContextLocals;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * The W3C trace context that a request or a fact hands on to the facts it causes, whether spans are
 * exported or not. Its trace id is in each line of the log, as {@code traceId}.
 */
public final class Trace {
    private static final String KEY = "puente.traceparent";
    private static final String TRACE_ID = "traceId";
    private static final Pattern TRACEPARENT =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final int LENGTH = 55;
    private static final int END_OF_TRACE_ID = 35;

    private Trace() {}

    /** Follows the given trace; starts a new one if it is null or no valid traceparent. */
    public static void follow(String traceparent) {
        String followed = isValid(traceparent) ? traceparent : fresh();
        ContextLocals.put(KEY, followed);
        MDC.put(TRACE_ID, followed.substring(3, END_OF_TRACE_ID));
    }

    /** As {@link #follow}, unless a trace is being followed already. */
    public static void followFirst(String traceparent) {
        if (ContextLocals.get(KEY).isEmpty()) {
            follow(traceparent);
        }
    }

    /** The trace that is being followed, or a new one. */
    public static String current() {
        return ContextLocals.<String>get(KEY).orElseGet(Trace::fresh);
    }

    /**
     * Whether it is a traceparent of version 00, as all are that this release writes. What other
     * nodes and clients send may be anything, of any length.
     */
    static boolean isValid(String traceparent) {
        return traceparent != null
                && traceparent.length() == LENGTH
                && TRACEPARENT.matcher(traceparent).matches();
    }

    /** Not sampled: nobody exports a span of it. */
    private static String fresh() {
        byte[] ids = new byte[24];
        ThreadLocalRandom.current().nextBytes(ids);
        ids[0] |= 1;
        ids[16] |= 1;
        String hex = HexFormat.of().formatHex(ids);
        return "00-" + hex.substring(0, 32) + "-" + hex.substring(32) + "-00";
    }
}
