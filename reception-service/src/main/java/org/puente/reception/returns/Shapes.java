package org.puente.reception.returns;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Forms of a request's texts that are stricter than those of facts. */
final class Shapes {
    /** ITU-T E.164: plus, country code, at most 15 digits. */
    static final String PHONE = "\\+[1-9][0-9]{5,14}";

    /** At least one letter of any script, no control characters, 1 to 100 characters. */
    static final String NAME = "(?=.*\\p{L})[^\\p{Cntrl}]{1,100}";

    private Shapes() {}

    /**
     * Null becomes an empty list; null elements stay, so that validation reports them at their
     * place.
     */
    static <T> List<T> list(List<T> values) {
        return values == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(values));
    }
}
