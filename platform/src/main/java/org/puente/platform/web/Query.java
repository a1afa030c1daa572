package org.puente.platform.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.puente.contracts.Code;
import org.puente.contracts.Times;
import org.puente.platform.problems.FieldError;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;

/** Reads the values of query parameters. The refusal of a value names its parameter. */
public final class Query {
    private static final int LAST_YEAR = 2199;
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Query() {}

    /**
     * @param text RFC 3339; a plus sign that was not encoded comes as a space
     * @return null if the text is null
     * @throws ProblemException 400 if the text is no instant, or out of bounds
     */
    public static Instant instant(String name, String text) {
        try {
            return text == null ? null : Times.instant(text.replace(' ', '+'));
        } catch (DateTimeException e) {
            throw refused(name, "not-an-instant");
        }
    }

    /**
     * @param text such as 2026-01-31
     * @return null if the text is null
     * @throws ProblemException 400 if the text is no day, or out of bounds
     */
    public static LocalDate day(String name, String text) {
        try {
            LocalDate day = text == null ? null : Times.day(text);
            if (day == null || day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeException e) {
            // refused below, like a day that is too late
        }
        throw refused(name, "not-a-day");
    }

    /**
     * @return null if the text is null
     * @throws ProblemException 400 that names the allowed words
     */
    public static <C extends Enum<C> & Code> C code(String name, Class<C> type, String text) {
        try {
            return text == null ? null : Code.of(type, text);
        } catch (IllegalArgumentException e) {
            throw refused(
                    name,
                    "not-a-code",
                    Arrays.stream(type.getEnumConstants()).map(Code::code).collect(Collectors.joining(", ")));
        }
    }

    /**
     * @param text the 36 characters of RFC 9562
     * @return null if the text is null
     * @throws ProblemException 400 if the text is no id
     */
    public static UUID id(String name, String text) {
        if (text != null && !ID.matcher(text).matches()) {
            throw refused(name, "not-an-id");
        }
        return text == null ? null : UUID.fromString(text);
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** 400 for one parameter. */
    public static ProblemException refused(String name, String code, Object... args) {
        return refused(List.of(FieldError.of("/" + name, code, args)));
    }

    static ProblemException refused(List<FieldError> errors) {
        return new ProblemException(ProblemKind.INVALID, "invalid-parameter", errors);
    }
}
