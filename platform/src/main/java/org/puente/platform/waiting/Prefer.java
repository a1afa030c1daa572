package org.puente.platform.waiting;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a client wants to wait (RFC 7240, section 4.3). */
final class Prefer {
    /** Preferences are separated by commas, their parameters by semicolons. */
    private static final Pattern WAIT =
            Pattern.compile("(?:^|,)\\s*wait\\s*=\\s*\"?([0-9]{1,9})\"?\\s*(?=$|[,;])", Pattern.CASE_INSENSITIVE);

    private Prefer() {}

    /**
     * @param header null if there is none
     * @return empty where no wait can be read: a preference that is not understood is ignored (RFC
     *     7240, section 2)
     */
    static Optional<Duration> wait(String header) {
        return Optional.ofNullable(header)
                .map(WAIT::matcher)
                .filter(Matcher::find)
                .map(found -> Duration.ofSeconds(Long.parseLong(found.group(1))));
    }
}
