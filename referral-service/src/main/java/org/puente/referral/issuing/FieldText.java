package org.puente.referral.issuing;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.puente.platform.text.MemberText;

/** A field's value as it is read to a person, where it has codes: the labels stand in their place. */
final class FieldText {
    private final MemberText words;

    private FieldText(MemberText words) {
        this.words = words;
    }

    /** Empty where no code is in the value: then the value is the text. */
    static Optional<String> of(String field, JsonNode value, Locale locale) {
        FieldText text = new FieldText(new MemberText(locale, ZoneOffset.UTC, List.of())); // no field has an instant
        return text.hasCode("", field, value) ? Optional.of(text.in("", field, value)) : Optional.empty();
    }

    private boolean hasCode(String parent, String name, JsonNode value) {
        if (value.isObject()) {
            return value.properties().stream().anyMatch(member -> hasCode(name, member.getKey(), member.getValue()));
        }
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false).anyMatch(item -> hasCode(parent, name, item))
                : words.label(parent, name, value.asText()).isPresent();
    }

    private String in(String parent, String name, JsonNode value) {
        if (value.isObject()) {
            return value.properties().stream()
                    .filter(member -> !isEmpty(member.getValue()))
                    .map(member ->
                            words.name(name, member.getKey()) + ": " + in(name, member.getKey(), member.getValue()))
                    .collect(Collectors.joining(", "));
        }
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(item -> in(parent, name, item))
                        .collect(Collectors.joining(ofObjects(value) ? "; " : ", "))
                : words.value(parent, name, value);
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isNull() || value.isContainerNode() && value.isEmpty();
    }

    private static boolean ofObjects(JsonNode list) {
        return list.path(0).isObject();
    }
}
