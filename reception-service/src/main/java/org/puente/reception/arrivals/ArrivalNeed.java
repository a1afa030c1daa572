package org.puente.reception.arrivals;

import java.util.Locale;
import org.puente.contracts.Code;
import org.puente.platform.web.Texts;

/** What a reception point prepares before people arrive. */
public enum ArrivalNeed implements Code {
    WHEELCHAIR,
    STRETCHER,
    PREGNANCY,
    INFANT,
    MEDICAL_CARE,
    CHILD_PROTECTION,
    INTERPRETER;

    String name(Locale locale) {
        return Texts.of(locale, "code-arrival-need-" + code());
    }
}
