package org.puente.reporting.console;

import java.util.Locale;
import org.puente.platform.web.Texts;

/** The texts of a page in the language of its reader: Spanish unless English is wanted. */
public record Words(Locale language) {
    private static final Locale SPANISH = Locale.of("es");

    /**
     * @param wanted es or en; null where nothing was chosen: then the browser's preference counts
     */
    static Words of(String wanted, String acceptLanguage) {
        if (wanted != null) {
            return new Words(wanted.equals("en") ? Locale.ENGLISH : SPANISH);
        }
        boolean none = acceptLanguage == null || acceptLanguage.isBlank();
        return new Words(none || !namesEnglish(acceptLanguage) ? SPANISH : Texts.preferred(acceptLanguage));
    }

    /** {@link Texts} uses English where the header names neither language; a page uses Spanish. */
    private static boolean namesEnglish(String acceptLanguage) {
        return acceptLanguage.toLowerCase(Locale.ROOT).contains("en");
    }

    public String of(String code) {
        return Texts.of(language, code);
    }

    public String tag() {
        return language.getLanguage();
    }

    /** The language that the reader can switch to. */
    public String other() {
        return tag().equals("es") ? "en" : "es";
    }
}
