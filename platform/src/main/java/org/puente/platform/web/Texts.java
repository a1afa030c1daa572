package org.puente.platform.web;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * Texts for people, in English and Spanish: the service's own bundle first, then the platform's,
 * then the labels of codes.
 */
public final class Texts {
    private static final List<String> BUNDLES = List.of("texts", "platform-texts", "code-texts");
    private static final ResourceBundle.Control ENGLISH_IS_THE_DEFAULT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Texts() {}

    /** The text for a code; the code itself where no bundle has one. */
    public static String of(Locale locale, String code, Object... args) {
        for (String name : BUNDLES) {
            try {
                ResourceBundle bundle = ResourceBundle.getBundle(
                        name, locale, Thread.currentThread().getContextClassLoader(), ENGLISH_IS_THE_DEFAULT);
                if (bundle.containsKey(code)) {
                    return new MessageFormat(bundle.getString(code), locale).format(args);
                }
            } catch (MissingResourceException e) {
                continue;
            }
        }
        return code;
    }

    /** As {@link #preferred}, for what is for a person and not for a system: Spanish where the header names neither. */
    public static Locale preferredByPerson(String acceptLanguage) {
        boolean english = acceptLanguage != null
                && acceptLanguage.toLowerCase(Locale.ROOT).contains("en");
        return english ? preferred(acceptLanguage) : Locale.of("es");
    }

    /** Spanish or English, as an Accept-Language header prefers; English where it names neither. */
    public static Locale preferred(String acceptLanguage) {
        Locale english = Locale.ENGLISH;
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return english;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), List.of(english, Locale.of("es")));
            return best == null ? english : best;
        } catch (IllegalArgumentException e) {
            return english;
        }
    }
}
