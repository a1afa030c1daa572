package org.puente.platform.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a person reads of the members of a document: names, codes by their labels, days and times. What is free text
 * stays as it is, also if it is spelt like a code.
 *
 * @param zone of the node, for times
 * @param own words of the service, which go before those of all
 */
public record MemberText(Locale locale, ZoneId zone, List<OwnLabels> own) {
    private static final String WHEN = "when";
    private static final String SPAN = "span";

    public String name(String parent, String member) {
        return firstOwn(words -> words.name(parent, member, locale)).orElseGet(() -> MemberNames.of(member, locale));
    }

    public String value(String parent, String member, JsonNode value) {
        if (value.isBoolean()) {
            return CodeLabels.of("yes-no", value.asText(), locale).orElseThrow().toLowerCase(locale);
        }
        String text = value.asText();
        return label(parent, member, text)
                .or(() -> first(MemberCodes.of(parent, member), list -> time(list, text)))
                .orElse(text);
    }

    /** The label of a code; empty where the value is no code, or has no other word. */
    public Optional<String> label(String parent, String member, String code) {
        return firstOwn(words -> words.label(parent, member, code, locale))
                .or(() -> first(MemberCodes.of(parent, member), list -> label(list, code)));
    }

    private Optional<String> label(String list, String code) {
        return switch (list) {
            case "member" -> members(code);
            case "fact-type" -> fact(code);
            case "why" -> reason(code);
            default -> CodeLabels.of(list, code, locale);
        };
    }

    /** A member, or the way to one as a JSON pointer. */
    private Optional<String> members(String pointer) {
        List<String> way = Arrays.stream(pointer.split("/"))
                .filter(step -> !step.isEmpty())
                .toList();
        return way.stream().anyMatch(MemberNames::has)
                ? Optional.of(
                        way.stream().map(step -> MemberNames.of(step, locale)).collect(Collectors.joining(" › ")))
                : Optional.empty();
    }

    /** A fact of a referral, by the step that it takes: {@code org.puente.service.scheduled.v1}. */
    private Optional<String> fact(String type) {
        String[] parts = type.split("\\.");
        return parts.length < 2 ? Optional.empty() : CodeLabels.of("referral-status", parts[parts.length - 2], locale);
    }

    /** A word, or a word and the id of what it means. */
    private Optional<String> reason(String why) {
        int end = why.indexOf(' ');
        return end < 0
                ? CodeLabels.of("why", why, locale)
                : CodeLabels.of("why", why.substring(0, end), locale).map(words -> words + why.substring(end));
    }

    private Optional<String> time(String list, String text) {
        return switch (list) {
            case WHEN -> TimeText.when(text, locale, zone);
            case SPAN -> TimeText.span(text, locale);
            default -> Optional.empty();
        };
    }

    private Optional<String> firstOwn(Function<OwnLabels, Optional<String>> of) {
        return first(own, of);
    }

    private static <T> Optional<String> first(List<T> of, Function<T, Optional<String>> words) {
        return of.stream().map(words).flatMap(Optional::stream).findFirst();
    }
}
