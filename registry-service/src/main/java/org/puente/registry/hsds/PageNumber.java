package org.puente.registry.hsds;

import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.platform.problems.ProblemException;

/** A number in the URL of a page. */
@Schema(type = SchemaType.INTEGER, minimum = "1")
public record PageNumber(int value) {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");

    /**
     * @throws ProblemException invalid if the text is not a number of one to nine digits
     */
    public static PageNumber fromString(String text) {
        if (!DIGITS.matcher(text).matches()) {
            throw Pager.outOfRange();
        }
        return new PageNumber(Integer.parseInt(text));
    }
}
