package org.puente.contracts;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A word of a closed vocabulary, as it stands on the wire. Only enums implement it. */
public interface Code {

    /** The enum constant's name. */
    String name();

    /** The word on the wire. By default the constant's name in kebab case. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The constant that a wire word stands for.
     *
     * @throws IllegalArgumentException if there is none. The message names the allowed words, and
     *     not the refused one, which may hold anything
     */
    static <E extends Enum<E> & Code> E of(Class<E> type, String code) {
        for (E constant : type.getEnumConstants()) {
            if (constant.code().equals(code)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(Arrays.stream(type.getEnumConstants())
                .map(Code::code)
                .collect(Collectors.joining(", ", "must be one of ", "")));
    }
}
