package org.puente.platform.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a client accepts (RFC 9110, 12.5.1). The lone {@code *} and {@code q=.2} of old Java clients
 * are understood too.
 */
public record MediaRanges(List<Range> ranges) {
    static final MediaRanges ALL = new MediaRanges(List.of(new Range("*", "*", 1)));

    private static final String TOKEN = "[!#$%&'+.^_`|~0-9A-Za-z-]+";
    private static final String QUOTED = "\"(?:[^\"\\\\]|\\\\.){0,256}\"";
    private static final String PARAMETERS =
            "(?:[ \t]*+;[ \t]*+(?:" + TOKEN + "=(?:" + TOKEN + "|" + QUOTED + "))?+)*+";
    private static final Pattern TYPE = Pattern.compile(TOKEN + "/" + TOKEN + PARAMETERS);
    private static final Pattern RANGE = Pattern.compile(
            "[ \t]*+(?:(\\*/\\*|\\*|(" + TOKEN + ")/(\\*|" + TOKEN + "))(" + PARAMETERS + "))?+[ \t]*+(?:,|$)");
    private static final Pattern WEIGHT =
            Pattern.compile(";[ \t]*+[qQ]=(?:([01]?(?:\\.[0-9]{0,3})?)|([^;]*))(?=[ \t]*(?:;|$))");

    /**
     * @param type {@code *} for any
     * @param subtype {@code *} for any
     * @param quality from 0 (not accepted) to 1 (most preferred)
     */
    public record Range(String type, String subtype, double quality) {
        private boolean holds(String of, String sub) {
            return (type.equals("*") || type.equals(of)) && (subtype.equals("*") || subtype.equals(sub));
        }

        private int precision() {
            return (type.equals("*") ? 0 : 1) + (subtype.equals("*") ? 0 : 1);
        }

        private String text() {
            return type + "/" + subtype + (quality == 1 ? "" : ";q=" + quality);
        }
    }

    /** Empty if the header can't be read. A header without a range accepts everything. */
    static Optional<MediaRanges> parse(String accept) {
        List<Range> ranges = new ArrayList<>();
        Matcher next = RANGE.matcher(accept);
        int at = 0;
        while (at < accept.length()) {
            if (!next.region(at, accept.length()).lookingAt()) {
                return Optional.empty();
            }
            at = next.end();
            if (next.group(1) != null) {
                Optional<Double> quality = weight(next.group(4));
                if (quality.isEmpty()) {
                    return Optional.empty();
                }
                ranges.add(range(next.group(2), next.group(3), quality.get()));
            }
        }
        return Optional.of(ranges.isEmpty() ? ALL : new MediaRanges(List.copyOf(ranges)));
    }

    /** Whether a text is a media type (RFC 9110, 8.3.1). */
    static boolean isMediaType(String contentType) {
        return TYPE.matcher(contentType).matches();
    }

    /**
     * The type among the given ones that the client prefers; the first of equals. A header that
     * can't be read accepts everything.
     *
     * @param accept the header; null if there is none
     * @return empty if the client accepts none of them
     */
    public static Optional<String> best(String accept, String... types) {
        MediaRanges wanted = accept == null ? ALL : parse(accept).orElse(ALL);
        return Stream.of(types).filter(wanted::accept).min(Comparator.comparing(type -> -wanted.quality(type)));
    }

    /** Whether a type, such as {@code text/csv}, is accepted. */
    boolean accept(String mediaType) {
        return quality(mediaType) > 0;
    }

    /** The most precise range decides. */
    private double quality(String mediaType) {
        String[] parts = mediaType.split(";", 2)[0].strip().split("/", 2);
        Range best = null;
        for (Range range : ranges) {
            if (range.holds(parts[0], parts[1]) && (best == null || range.precision() > best.precision())) {
                best = range;
            }
        }
        return best == null ? 0 : best.quality();
    }

    /** The header again, in a form that every reader understands. */
    String text() {
        return String.join(", ", ranges.stream().map(Range::text).toList());
    }

    private static Range range(String type, String subtype, double quality) {
        return type == null
                ? new Range("*", "*", quality)
                : new Range(type.toLowerCase(Locale.ROOT), subtype.toLowerCase(Locale.ROOT), quality);
    }

    private static Optional<Double> weight(String parameters) {
        Matcher weight = WEIGHT.matcher(parameters);
        if (!weight.find()) {
            return Optional.of(1.0);
        }
        String number = weight.group(1);
        if (number == null || number.isEmpty() || number.equals(".")) {
            return Optional.empty();
        }
        double quality = Double.parseDouble(number);
        return quality > 1 ? Optional.empty() : Optional.of(quality);
    }
}
