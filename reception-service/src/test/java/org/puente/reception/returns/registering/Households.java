package org.puente.reception.returns.registering;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.util.UUID;
import org.puente.platform.json.Json;
import org.puente.reception.ReceptionTest;
import org.puente.reception.RegistrationForm;

/** Registers households. */
abstract class Households extends ReceptionTest {
    private static final String PATH = "/v1/returns/households";

    /** A mother, her child, and a nephew of hers, by the keys mother, child, nephew. */
    static ObjectNode family() {
        ObjectNode form = (ObjectNode) json("""
            {"shared": {"returnedOn": "2025-01-02", "receptionPoint": "gtm-fag", "returnedFrom": "USA",
                        "will": "forced", "transport": {"mode": "air", "reference": "WQ-1501"},
                        "causes": ["violence"],
                        "consent": {"purposes": ["referral"], "scope": ["region"], "givenBy": "guardian"}},
             "members": [
               {"key": "mother", "household": {"role": "head"}, "causes": ["family"],
                "consent": {"purposes": ["referral"], "scope": ["region"], "givenBy": "self"}},
               {"key": "child", "household": {"role": "child"},
                "responsible": [{"member": "mother", "relation": "parent"}]},
               {"key": "nephew", "responsible": [{"member": "mother", "relation": "other-relative"}]}]}
            """);
        person(form, 0, "1991-03-14");
        person(form, 1, "2015-02-01");
        person(form, 2, "2012-05-05");
        return form;
    }

    private static void person(ObjectNode form, int member, String birthDate) {
        ObjectNode person = (ObjectNode) json(RegistrationForm.filled()
                        .with("/person/birthDate", "'" + birthDate + "'")
                        .json())
                .get("person");
        ((ObjectNode) form.at("/members/" + member)).set("person", person);
    }

    static JsonNode json(String text) {
        return Json.read(text, JsonNode.class);
    }

    static ObjectNode member(ObjectNode form, int index) {
        return (ObjectNode) form.at("/members/" + index);
    }

    static Response post(ObjectNode form, String key) {
        return intake().header("Idempotency-Key", key).body(form.toString()).post(PATH);
    }

    static Response post(ObjectNode form) {
        return post(form, UUID.randomUUID().toString());
    }

    static String caseOf(Response answer, String key) {
        return answer.path("members.find { it.key == '%s' }.caseId".formatted(key));
    }
}
