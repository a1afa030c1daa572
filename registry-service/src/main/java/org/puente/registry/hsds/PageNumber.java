package org.puente.registry.hsds;

import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.platform.problems.ProblemException;

/** {@code page} or {@code per_page}: text that is no number gives the same problem as a number out of range. */
@Schema(type = SchemaType.INTEGER, minimum = "1")
public record PageNumber(int value) {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");

    /**
     * @throws ProblemException invalid if the text is not a number of one to nine digits
     */
    public static PageNumber fromString(String text) {
        if (!DIGITS.matcher(text).matches()) {
            throw PageRequest.outOfRange();
        }
        return new PageNumber(Integer.parseInt(text));
    }
}
