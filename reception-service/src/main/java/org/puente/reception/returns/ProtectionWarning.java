package org.puente.reception.returns;

import java.util.Locale;
import java.util.Optional;
import org.puente.platform.web.Texts;

/** The warning that a child's protection would have ended by an amendment, or has ended by it. */
public final class ProtectionWarning {
    private static final String KEPT = "protection-kept";
    private static final String ENDED = "protection-ended";
    private static final String PROFILES = "/profiles";

    private ProtectionWarning() {}

    /**
     * @param before the state before the amendment
     * @param after the state after it, with {@link UnaccompaniedOrSeparated#keepingProtection}
     */
    public static Optional<Warning> of(Registration before, Registration after, Locale locale) {
        if (UnaccompaniedOrSeparated.isReduced(before, after)) {
            String was = before.aloneAs().orElseThrow().code();
            return Optional.of(new Warning(ENDED, PROFILES, Texts.of(locale, ENDED, was)));
        }
        return after.aloneAs()
                .filter(kept -> UnaccompaniedOrSeparated.byRule(before)
                        .filter(kept::equals)
                        .isPresent())
                .filter(kept -> UnaccompaniedOrSeparated.byRule(after)
                        .filter(kept::equals)
                        .isEmpty())
                .map(kept -> new Warning(KEPT, PROFILES, Texts.of(locale, KEPT, kept.code())));
    }
}
