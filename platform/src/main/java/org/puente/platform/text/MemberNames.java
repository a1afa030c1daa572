package org.puente.platform.text;

import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;

/** The words for the members of what is held of a person, in Spanish and English. */
final class MemberNames {
    private static final Properties ENGLISH = WordFiles.read("member-names.properties");
    private static final Properties SPANISH = WordFiles.read("member-names_es.properties");
    private static final Pattern NEXT_WORD = Pattern.compile("([a-z])([A-Z])");

    private MemberNames() {}

    /** The words for a member; its name with spaces where there are none. */
    static String of(String member, Locale locale) {
        return words(locale)
                .getProperty(
                        member, NEXT_WORD.matcher(member).replaceAll("$1 $2").replace('-', ' '));
    }

    static boolean has(String member) {
        return ENGLISH.containsKey(member);
    }

    private static Properties words(Locale locale) {
        return locale.getLanguage().equals("es") ? SPANISH : ENGLISH;
    }
}
