package org.puente.reception.status;

import java.time.Duration;
import java.util.Locale;
import org.puente.platform.web.Texts;

/** The texts of a page in the reader's language: Spanish unless English is wanted. */
public record Words(Locale language) {
    private static final Locale SPANISH = Locale.of("es");

    /**
     * @param wanted es or en; null if nothing was chosen: then the browser's preference counts
     */
    public static Words of(String wanted, String accepted) {
        if (wanted != null) {
            return new Words(wanted.equals("en") ? Locale.ENGLISH : SPANISH);
        }
        return new Words(Texts.preferredByPerson(accepted));
    }

    public String of(String code) {
        return Texts.of(language, code);
    }

    /**
     * @param after what time the same may be tried again
     */
    String tooMany(Duration after) {
        return Texts.of(language, "status-too-many", minutes(after));
    }

    /** Whole minutes, at least one: as the text of too many tries names them. */
    static long minutes(Duration wait) {
        return wait.toMinutes() + 1;
    }

    public String tag() {
        return language.getLanguage();
    }

    /** The other language, for the link that switches. */
    public String other() {
        return tag().equals("es") ? "en" : "es";
    }
}
