package org.puente.referral.issuing;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.jose4j.jwk.JsonWebKeySet;
import org.puente.contracts.DossierFact;
import org.puente.platform.json.Json;
import org.puente.platform.sealing.Seal;
import org.puente.platform.testing.Wire;
import org.puente.referral.RegionFacts;
import org.puente.referral.referrals.CuriousSlice;

/** What a preview shows of a person, and what a referral seals. */
abstract class PreviewSlice extends CuriousSlice {

    /** A person with work behind them, of whom no birth date is known. */
    static ObjectNode workerDossier() {
        ObjectNode person = RegionFacts.person("Wilmer");
        person.remove("birthDate");
        person.put("ageYears", 34).putArray("skills").add("construction");
        person.putArray("work").addObject().put("isco", "71").put("years", 6);
        person.putObject("studies").put("level", "2").put("finished", true);
        person.putObject("restricted").put("health", "insulin");
        return person;
    }

    /** The fields that a preview shows, by name, as a dossier has them. */
    static ObjectNode shown(ValidatableResponse preview) {
        ObjectNode shown = Json.mapper().createObjectNode();
        Json.read(preview.extract().asString(), JsonNode.class)
                .path("fields")
                .forEach(field -> shown.set(field.path("name").textValue(), field.get("value")));
        return shown;
    }

    /** What was sealed to Honduras for a referral, opened with Honduras's key. */
    static JsonNode sealed(String referral) {
        await().atMost(SOON).until(() -> !sealedFor(referral).isEmpty());
        return Json.read(Seal.open(sealedFor(referral).getFirst().jwe(), new JsonWebKeySet(HND_KEY)), JsonNode.class);
    }

    private static List<DossierFact.Sealed> sealedFor(String referral) {
        return Wire.dump("puente.gtm.dossiers.hnd").stream()
                .filter(record -> "org.puente.dossier.sealed.v1".equals(Wire.header(record, "ce_type")))
                .map(record -> Json.read(record.value(), DossierFact.Sealed.class))
                .filter(one -> one.referralId() != null
                        && referral.equals(one.referralId().toString()))
                .toList();
    }
}
