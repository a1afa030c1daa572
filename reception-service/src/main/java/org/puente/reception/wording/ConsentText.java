package org.puente.reception.wording;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.puente.contracts.ConsentGiver;
import org.puente.contracts.ConsentPurpose;
import org.puente.contracts.Countries;
import org.puente.platform.web.Texts;
import org.puente.reception.directory.Recipients;

/**
 * The words of a consent, short enough to be read aloud at a desk. A text that says something else has
 * another version: change {@link #VERSION} with the words, and add it to those that were published, since a consent
 * records which text was read.
 */
public final class ConsentText {
    public static final String VERSION = "puente-consent-1";

    /**
     * All that were ever published; none is taken out. A centre that was offline sends, days later, what was read from
     * an earlier text.
     */
    static final Set<String> PUBLISHED = Set.of(VERSION);

    private static final String OURS = "puente-consent-";
    private static final String NODE = "node";
    private static final String REGION = "region";
    private static final String KEY = "consent-text-";

    private final Locale locale;
    private final Recipients.Known known;

    /**
     * @param scope {@code node}, {@code region}, or ids of institutions
     * @param validUntil null for no end
     */
    public record Terms(
            List<ConsentPurpose> purposes, List<String> scope, ConsentGiver givenBy, LocalDate validUntil) {}

    public ConsentText(Locale locale, Recipients.Known known) {
        this.locale = locale;
        this.known = known;
    }

    /** Whether a version looks like one of ours and is none; institutions may name forms of their own. */
    public static boolean isUnknown(String version) {
        return isUnknown(version, PUBLISHED);
    }

    /**
     * @param published the versions of ours that there are
     */
    static boolean isUnknown(String version, Set<String> published) {
        return version.startsWith(OURS) && !published.contains(version);
    }

    /** The institutions of a scope that the directory does not have: nobody can agree to them. */
    public List<String> unknown(List<String> scope) {
        return scope.stream()
                .filter(one -> !one.equals(NODE) && !one.equals(REGION))
                .filter(one -> !known.byId().containsKey(one))
                .distinct()
                .toList();
    }

    /** What is read to the person, paragraph by paragraph. */
    public List<String> paragraphs(Terms terms, String institution) {
        boolean ordered = terms.givenBy() == ConsentGiver.AUTHORITY;
        List<String> all = new ArrayList<>();
        all.add(text(ordered ? "ordered" : "asks", institution));
        all.add(text("purposes", purposes(terms, KEY + "purpose-")));
        all.add(text("recipients", recipients(terms.scope(), false)));
        all.add(text("needed-only"));
        all.add(terms.validUntil() == null ? text("no-end") : text("until", day(terms.validUntil())));
        all.add(text(ordered ? "ordered-end" : "withdraw"));
        all.add(text("given-by-" + terms.givenBy().code()));
        all.add(text("ask"));
        return List.copyOf(all);
    }

    public String title(Terms terms) {
        return text(terms.givenBy() == ConsentGiver.AUTHORITY ? "title-ordered" : "title");
    }

    /**
     * What a person agreed to, in one short text, for whoever has the code and the year of birth.
     */
    public String summary(Terms terms) {
        String until = terms.validUntil() == null
                ? Texts.of(locale, "consent-summary-no-end")
                : Texts.of(locale, "consent-summary-until", day(terms.validUntil()));
        return Texts.of(
                locale,
                "consent-summary-" + terms.givenBy().code(),
                purposes(terms, "consent-summary-purpose-"),
                recipients(terms.scope(), true),
                until);
    }

    private String purposes(Terms terms, String key) {
        return terms.purposes().stream()
                .distinct()
                .sorted()
                .map(purpose -> Texts.of(locale, key + purpose.code()))
                .collect(Collectors.joining(key.startsWith(KEY) ? " " : ", "));
    }

    /**
     * @param discreetly whether institutions that a stranger must not find are not named
     */
    public List<String> names(List<String> scope, boolean discreetly) {
        return scope.stream()
                .map(one -> name(one, discreetly))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private String recipients(List<String> scope, boolean discreetly) {
        return String.join("; ", names(scope, discreetly));
    }

    private String name(String scope, boolean discreetly) {
        return switch (scope) {
            case NODE -> known.country() == null ? text("of-this-node") : text("of-country", country(known.country()));
            case REGION ->
                known.countries().size() < 2
                        ? text("of-the-region")
                        : text(
                                "of-countries",
                                known.countries().stream()
                                        .map(this::country)
                                        .sorted(Comparator.naturalOrder())
                                        .collect(Collectors.joining(", ")));
            default -> {
                Recipients.Institution named = known.byId().get(scope);
                if (discreetly && (named == null || named.discreet())) {
                    yield text("an-institution");
                }
                yield named == null ? scope : named.name();
            }
        };
    }

    private String country(String code) {
        return Countries.name(code, locale).orElse(code);
    }

    private String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .localizedBy(locale)
                .format(day);
    }

    private String text(String key, Object... args) {
        return Texts.of(locale, KEY + key, args);
    }
}
