package org.puente.platform.web;

import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;

/** How many items a page of a list holds at most, as {@code ?limit=} asks. */
@Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500")
public record Limit(int items) {
    public static final String DEFAULT = "50";
    static final int MAX = 500;

    /** Java also accepts a sign, and the digits of every script. */
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");

    /**
     * @throws ProblemException 400 if the text is no number, or out of range
     */
    public static Limit fromString(String text) {
        if (DIGITS.matcher(text).matches()) {
            int items = Integer.parseInt(text);
            if (items >= 1 && items <= MAX) {
                return new Limit(items);
            }
        }
        throw ProblemException.of(ProblemKind.INVALID, "limit-out-of-range", MAX);
    }
}
