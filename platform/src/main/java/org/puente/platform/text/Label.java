package org.puente.platform.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.puente.contracts.Countries;
import org.puente.platform.web.Texts;

/**
 * Codes that are shown to people: the words for them are chosen when the language is known.
 *
 * @param codes as they stand on the wire; one without words stands for itself
 */
public record Label(Kind kind, List<String> codes) {

    /** The list that codes are of; each says where its words come from. */
    public enum Kind {
        /** Of offers and needs: an open list, of which an institution may introduce new ones. */
        CATEGORY((code, locale) -> own(locale, "term-category-", code, code.replace('-', ' '))),
        PROFILE((code, locale) -> own(locale, "profile-", code, code)),
        SEX((code, locale) -> own(locale, "sex-", code, code)),
        DOSSIER_FIELD((code, locale) -> own(locale, "field-", code, code)),
        /** A slug of what a person brings. */
        DOCUMENT((code, locale) -> own(locale, "document-", code, code.replace('-', ' '))),
        /** A country (ISO 3166-1 alpha-3) by CLDR, or a subdivision (ISO 3166-2). */
        AREA((code, locale) ->
                Subdivisions.name(code).or(() -> Countries.name(code, locale)).orElse(code)),
        /** ISO 639-3: by CLDR, as far as Java ships it. */
        LANGUAGE((code, locale) -> own(locale, "language-", code, language(code, locale)));

        private final BiFunction<String, Locale, String> words;

        Kind(BiFunction<String, Locale, String> words) {
            this.words = words;
        }
    }

    private static final Map<String, String> TWO_LETTERS = Arrays.stream(Locale.getISOLanguages())
            .collect(Collectors.toMap(two -> Locale.of(two).getISO3Language(), two -> two, (former, now) -> now));

    public static Label of(Kind kind, String code) {
        return new Label(kind, List.of(code));
    }

    /** The words, with commas between them. */
    public String in(Locale locale) {
        return codes.stream().map(code -> kind.words.apply(code, locale)).collect(Collectors.joining(", "));
    }

    private static String own(Locale locale, String prefix, String code, String otherwise) {
        String words = Texts.of(locale, prefix + code);
        return words.equals(prefix + code) ? otherwise : words;
    }

    private static String language(String code, Locale locale) {
        return Locale.of(TWO_LETTERS.getOrDefault(code, code)).getDisplayLanguage(locale);
    }
}
