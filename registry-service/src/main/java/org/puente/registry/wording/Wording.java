package org.puente.registry.wording;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.puente.contracts.Code;
import org.puente.contracts.DirectoryFact.InstitutionPublished;
import org.puente.contracts.DirectoryStatus;
import org.puente.contracts.LocalizedText;
import org.puente.platform.text.Label;
import org.puente.platform.web.Texts;

/** The codes of the directory in words of one language. */
public record Wording(Locale locale) {
    public static final Wording SPANISH = new Wording(Locale.of("es"));
    public static final Wording ENGLISH = new Wording(Locale.ENGLISH);

    /**
     * Spanish if a request names no language: Spanish is the language of the region and of the
     * names.
     */
    public static Wording preferred(String acceptLanguage) {
        return acceptLanguage == null || acceptLanguage.isBlank()
                ? SPANISH
                : new Wording(Texts.preferred(acceptLanguage));
    }

    private boolean spanish() {
        return locale.getLanguage().equals("es");
    }

    /** ISO 639-1. */
    public String language() {
        return locale.getLanguage();
    }

    public String name(LocalizedText name) {
        return spanish() || name.en() == null ? name.es() : name.en();
    }

    /** The name in the other language; null if there is none. */
    public String otherName(LocalizedText name) {
        return spanish() || name.en() == null ? name.en() : name.es();
    }

    /** The kind and mandates of an institution, and its status if it isn't active. */
    public String description(InstitutionPublished institution) {
        String kind = text("kind-" + institution.kind().code());
        String does = institution.does().isEmpty() ? kind : kind + ": " + codes("does-", institution.does());
        return institution.status() == DirectoryStatus.ACTIVE
                ? does
                : does + ". " + text("institution-" + institution.status().code());
    }

    /** The words for a code of an open list, such as a category, a document or a country. */
    public String label(Label.Kind kind, String code) {
        return Label.of(kind, code).in(locale);
    }

    public String codes(String prefix, List<? extends Code> codes) {
        return codes.stream().map(code -> text(prefix + code.code())).collect(Collectors.joining(", "));
    }

    public String text(String code, Object... args) {
        return Texts.of(locale, code, args);
    }
}
