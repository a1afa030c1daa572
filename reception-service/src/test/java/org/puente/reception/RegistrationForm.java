package org.puente.reception;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.puente.platform.json.Json;

/** A registration form, filled in with a person that nobody else is, and changed field by field. */
public final class RegistrationForm {
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private final ObjectNode body;

    private RegistrationForm(ObjectNode body) {
        this.body = body;
    }

    /** An adult with all that a form may hold, no documents. */
    public static RegistrationForm filled() {
        int number = PEOPLE.incrementAndGet();
        return new RegistrationForm((ObjectNode) parse(TEMPLATE.formatted(letters(number), letters(number))));
    }

    /** Sets the field at a pointer to a JSON value, e.g. {@code with("/person/sex", "'F'")}. */
    public RegistrationForm with(String pointer, String json) {
        JsonPointer at = JsonPointer.compile(pointer);
        ((ObjectNode) body.at(at.head())).set(at.last().getMatchingProperty(), parse(json.replace('\'', '"')));
        return this;
    }

    public RegistrationForm without(String pointer) {
        JsonPointer at = JsonPointer.compile(pointer);
        ((ObjectNode) body.at(at.head())).remove(at.last().getMatchingProperty());
        return this;
    }

    public RegistrationForm document(String kind, String number) {
        return with("/person/documents", "[{'kind': '%s', 'number': '%s'}]".formatted(kind, number));
    }

    /** The same form, that is changed by itself. */
    public RegistrationForm copy() {
        return new RegistrationForm(body.deepCopy());
    }

    public String text(String pointer) {
        return body.at(pointer).asText();
    }

    public String json() {
        return body.toString();
    }

    /** A new valid DUI at each call; none has so few different digits that it would be taken for a filler. */
    public static String dui() {
        String digits = "%08d".formatted(41_230_000 + PEOPLE.incrementAndGet());
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += (digits.charAt(i) - '0') * (9 - i);
        }
        return digits + "-" + (10 - sum % 10) % 10;
    }

    /** Ten letters that no other number has, and that are not almost those of another: people must not be alike. */
    private static String letters(int number) {
        long rest = number * 0x9E3779B97F4A7C15L >>> 1;
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            letters.append("bdfgklmnprst".charAt((int) (rest % 12))).append("aeiou".charAt((int) (rest / 12 % 5)));
            rest /= 60;
        }
        return letters.toString();
    }

    private static JsonNode parse(String json) {
        try {
            return Json.mapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final String TEMPLATE = """
        {
          "person": {
            "givenNames": "Zenaida%s", "familyNames": "Quetzalcóatl%s",
            "birthDate": "1991-03-14", "sex": "F", "nationality": "HND",
            "documents": [], "phones": ["+50499887766"], "languages": ["spa", "mam"]
          },
          "returnedOn": "2025-01-02",
          "receptionPoint": "gtm-fag",
          "returnedFrom": "USA",
          "will": "forced",
          "assistance": "assisted",
          "legalBasis": "removal",
          "transport": {"mode": "air", "reference": "WQ-1501"},
          "household": {"id": "0193f000-0000-7000-8000-0000000000aa", "role": "head"},
          "profiles": ["single-caregiver"],
          "restricted": {"health": "Insulinodependiente", "trafficking": false},
          "causes": ["economic", "violence"],
          "needs": [{"dimension": "economic", "category": "employment", "urgency": "normal"}],
          "skills": ["carpentry"],
          "destination": {"country": "GTM", "subdivision": "GT-13",
                          "municipality": "Huehuetenango-Chiantla"},
          "consent": {"purposes": ["referral", "follow-up"], "scope": ["region"],
                      "givenBy": "self", "validUntil": "2099-12-31"}
        }
        """;
}
