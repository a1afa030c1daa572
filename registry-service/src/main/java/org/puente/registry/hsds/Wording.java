package org.puente.registry.hsds;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.puente.contracts.Code;
import org.puente.contracts.DirectoryFact.InstitutionPublished;
import org.puente.contracts.LocalizedText;
import org.puente.platform.web.Texts;

/** The directory's codes in words, in the language of the request. */
record Wording(Locale locale) {
    private static final Locale SPANISH = Locale.of("es");

    /** Spanish where a request names no language: it is the region's, and the names' own. */
    static Wording preferred(String acceptLanguage) {
        return new Wording(
                acceptLanguage == null || acceptLanguage.isBlank()
                        ? SPANISH
                        : Texts.preferred(acceptLanguage));
    }

    private boolean spanish() {
        return locale.getLanguage().equals("es");
    }

    String language() {
        return locale.getLanguage();
    }

    String name(LocalizedText name) {
        return spanish() || name.en() == null ? name.es() : name.en();
    }

    /** The name in the other language; null if there is none. */
    String otherName(LocalizedText name) {
        return spanish() || name.en() == null ? name.en() : name.es();
    }

    /** The standard asks for a description; ours says what the institution is and does. */
    String description(InstitutionPublished institution) {
        String kind = text("hsds-kind-" + institution.kind().code());
        return institution.does().isEmpty()
                ? kind
                : kind + ": " + codes("hsds-does-", institution.does());
    }

    String codes(String prefix, List<? extends Code> codes) {
        return codes.stream()
                .map(code -> text(prefix + code.code()))
                .collect(Collectors.joining(", "));
    }

    String text(String code, Object... args) {
        return Texts.of(locale, code, args);
    }
}
