package org.puente.followup.instruments;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.puente.contracts.LocalizedText;
import org.puente.platform.text.OwnLabels;

/** The questions and answers of all questionnaires, as the person was asked. */
@ApplicationScoped
class QuestionnaireLabels implements OwnLabels {
    private static final String ANSWERS = "answers";

    private final Instruments instruments;

    QuestionnaireLabels(Instruments instruments) {
        this.instruments = instruments;
    }

    @Override
    public Optional<String> name(String parent, String member, Locale locale) {
        return parent.equals(ANSWERS) ? first(asked -> asked.item(member).map(Item::text), locale) : Optional.empty();
    }

    @Override
    public Optional<String> label(String parent, String member, String code, Locale locale) {
        if (parent.equals(ANSWERS)) {
            return first(asked -> asked.answer(member, code), locale);
        }
        return isQuestionnaire(parent, member)
                ? instruments.newest(code).map(asked -> in(asked.title(), locale))
                : Optional.empty();
    }

    private static boolean isQuestionnaire(String parent, String member) {
        return member.equals("instrument") || parent.equals("instrument") && member.equals("id");
    }

    private Optional<String> first(Function<Instrument, Optional<LocalizedText>> text, Locale locale) {
        return instruments.all().stream()
                .map(text)
                .flatMap(Optional::stream)
                .findFirst()
                .map(found -> in(found, locale));
    }

    private static String in(LocalizedText text, Locale locale) {
        return locale.getLanguage().equals("en") && text.en() != null ? text.en() : text.es();
    }
}
