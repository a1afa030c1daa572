package org.puente.reception.returns;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Forms that the texts of a request must have; for facts the contracts define their own forms. */
final class Shapes {
    static final String SLUG = "[a-z0-9][a-z0-9-]{0,62}";
    static final String COUNTRY = "[A-Z]{3}";
    static final String SUBDIVISION = "[A-Z]{2}-[A-Z0-9]{1,3}";
    static final String LANGUAGE = "[a-z]{3}";
    static final String REFERENCE = "[A-Z0-9][A-Z0-9-]{0,19}";

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
