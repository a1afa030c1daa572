package org.puente.platform.waiting;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a client wants to wait (RFC 7240, section 4.3). */
final class Prefer {
    /**
     * Preferences are separated by commas, unless they stand in a quoted value. Nothing is gone through twice
     * (possessive quantifiers): a client may send a field of many kilobytes.
     */
    private static final Pattern PREFERENCE = Pattern.compile("(?:[^,\"]|\"(?:\\\\.|[^\"\\\\])*+(?:\"|\\\\?$))++");

    /** Parameters of a preference follow a semicolon. */
    private static final Pattern WAIT =
            Pattern.compile("\\s*+wait\\s*+(?:=(?<value>[^;]*+))?(?:;.*)?", Pattern.CASE_INSENSITIVE);

    private static final Pattern SECONDS = Pattern.compile("([0-9]{1,9})|\"([0-9]{1,9})\"");

    private Prefer() {}

    /**
     * Several fields count as one, and of several waits the first one counts (RFC 7240, section 2).
     *
     * @param fields the values of all {@code Prefer} fields of the request, in their order
     * @return empty where no wait can be read: a preference that is not understood is ignored
     */
    static Optional<Duration> wait(List<String> fields) {
        return PREFERENCE
                .matcher(String.join(",", fields))
                .results()
                .map(MatchResult::group)
                .map(WAIT::matcher)
                .filter(Matcher::matches)
                .findFirst()
                .flatMap(Prefer::seconds);
    }

    private static Optional<Duration> seconds(Matcher wait) {
        return Optional.ofNullable(wait.group("value"))
                .map(String::strip)
                .map(SECONDS::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group().replace("\"", ""))
                .map(found -> Duration.ofSeconds(Long.parseLong(found)));
    }
}
