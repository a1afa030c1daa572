package org.puente.registry.forms;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.puente.platform.json.Json;

/** Bodies as editors' systems send them. */
public final class Samples {
    private Samples() {}

    /** An offer with every field. */
    public static ObjectNode offer() {
        return json("""
                {
                  "name": {"es": "Taller de soldadura", "en": "Welding workshop"},
                  "level": "community",
                  "dimension": "economic",
                  "category": "vocational-training",
                  "eligibility": {"sex": ["F"], "minAge": 18, "maxAge": 40,
                                  "nationalities": ["MEX"], "maxDaysSinceReturn": 180,
                                  "documents": ["return-certificate"],
                                  "profiles": ["indigenous"], "withChildren": true},
                  "coverage": ["MX-OAX", "GTM"],
                  "needsFields": ["givenNames", "phones"],
                  "answerWithin": {"emergency": "PT12H", "urgent": "P1D", "normal": "P7D"},
                  "languages": ["spa", "zap"],
                  "schedule": [{"days": ["MO", "TU"], "opens": "08:00:00", "closes": "16:00:00"}],
                  "contact": {"phone": "+529511234567", "email": "taller@example.org",
                              "web": "https://example.org/taller"},
                  "capacity": {"maximum": 20, "unit": "persons"},
                  "restricted": false,
                  "status": "active",
                  "assuredOn": "2026-11-01"
                }
                """);
    }

    /** An institution with a reception point. */
    public static ObjectNode institution() {
        return json("""
                {
                  "name": "Casa del Migrante",
                  "kind": "civil-society",
                  "does": ["reintegration"],
                  "receptionPoints": [{"id": "mex-casa", "name": "Casa", "kind": "centre"}],
                  "status": "active",
                  "assuredOn": "2026-11-01"
                }
                """);
    }

    /** The body with another value at a pointer. */
    public static ObjectNode with(ObjectNode body, String pointer, String value) {
        JsonPointer at = JsonPointer.compile(pointer);
        JsonNode parent = body.at(at.head());
        JsonNode node = read(value);
        if (parent instanceof ArrayNode array) {
            array.set(at.last().getMatchingIndex(), node);
        } else {
            ((ObjectNode) parent).set(at.last().getMatchingProperty(), node);
        }
        return body;
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) read(text);
    }

    private static JsonNode read(String text) {
        try {
            return Json.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
