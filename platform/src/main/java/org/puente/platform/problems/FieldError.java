package org.puente.platform.problems;

import java.util.List;

/**
 * What is wrong with one field of a request.
 *
 * @param pointer JSON pointer into the body (RFC 6901), or / and a parameter's name; empty for the
 *     body itself
 * @param code a word for machines, and the key of the text for people
 * @param args what the text names: a limit, an allowed value; never a person's data that the client
 *     sent
 */
public record FieldError(String pointer, String code, List<Object> args) {
    public static FieldError of(String pointer, String code, Object... args) {
        return new FieldError(pointer, code, List.of(args));
    }
}
