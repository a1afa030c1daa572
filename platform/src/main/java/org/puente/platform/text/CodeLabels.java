package org.puente.platform.text;

import java.util.Locale;
import java.util.Optional;
import org.puente.contracts.Countries;
import org.puente.platform.web.Texts;

/**
 * What the codes of a list mean, in Spanish and English: for forms, and for what a person reads of their own data.
 * Texts are {@code code-<list>-<code>}; lists that others keep have their own source.
 */
public final class CodeLabels {
    private CodeLabels() {}

    /** The label of a code; empty where there is no text, or where the code is the word itself. */
    public static Optional<String> of(String list, String code, Locale locale) {
        String label = switch (list) {
            case "country" -> Countries.name(code, locale).orElse(code);
            case "subdivision" -> Label.of(Label.Kind.AREA, code).in(locale);
            case "occupation" -> Occupations.name(code, locale).orElse(code);
            case "language" -> Label.of(Label.Kind.LANGUAGE, code).in(locale);
            case "category" -> Label.of(Label.Kind.CATEGORY, code).in(locale);
            default -> text("code-" + list + "-" + code, code, locale);
        };
        return label.equals(code) ? Optional.empty() : Optional.of(label);
    }

    private static String text(String key, String code, Locale locale) {
        String label = Texts.of(locale, key);
        return label.equals(key) ? code : label;
    }
}
