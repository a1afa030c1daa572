package org.puente.system;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.puente.demo.Agency;
import org.puente.demo.Institutions;
import org.puente.kafka.ServiceNames;
import org.puente.local.Region;

/**
 * Panama joins a region that runs, as docs/deploying.md says ("Add a node: PAN"), and refers its first
 * returned person to Guatemala, which accepts. Nothing of the others is restarted.
 */
record FifthCountry(Region region, Institutions institutions) {
    private static final String NODE = "pan";
    private static final Path CATALOGUE = Path.of("..", "kubernetes", "examples", "pan", "catalogue.json");
    private static final Duration SOON = Duration.ofMinutes(2);

    /**
     * @param atIssuer the referral as Panama sees it in the end
     * @param dossier what Guatemala could read of the person
     * @param directoryInHonduras the institutions that a third country's registry shows, once Panama's are there
     */
    record Joined(JsonNode atIssuer, JsonNode dossier, String directoryInHonduras) {}

    Joined join(LocalDate returnedOn) {
        region.addNode(NODE, CATALOGUE);
        try {
            JsonNode registered = register(returnedOn);
            String referral = "/v1/referrals/" + refer(registered);
            String here = region.service("pan/referral") + referral;
            String there = region.service("gtm/referral") + referral;
            await().atMost(SOON).until(() -> recipient().get(there).ok());
            JsonNode dossier = recipient()
                    .get(there + "/dossier?why=to-answer-the-referral")
                    .body();
            recipient().post(there + "/facts", "{\"type\": \"accepted\"}");
            await().atMost(SOON)
                    .until(() ->
                            issuer().get(here).body().path("status").asText().equals("accepted"));
            return new Joined(issuer().get(here).body(), dossier, directoryInHonduras());
        } finally {
            // Its work is done; an orderly end of each would take as long as all before.
            for (String service : ServiceNames.OF_NODE) {
                region.kill(NODE + "/" + service);
            }
        }
    }

    private JsonNode register(LocalDate returnedOn) {
        return issuer().post(region.service("pan/reception") + "/v1/returns", """
                        {"person": {"givenNames": "Rosa", "familyNames": "Canalera",
                          "birthDate": "1988-02-03", "sex": "F", "nationality": "GTM",
                          "documents": [], "phones": [], "languages": ["spa"]},
                         "returnedOn": "%s", "receptionPoint": "pan-tocumen", "returnedFrom": "USA",
                         "will": "forced", "needs": [],
                         "destination": {"country": "GTM", "subdivision": "GT-01"},
                         "consent": {"purposes": ["referral"], "scope": ["region"],
                          "givenBy": "self", "validUntil": "2099-12-31"}}
                        """.formatted(returnedOn))
                .body();
    }

    /** Once Guatemala's offer and keys have been read here. */
    private String refer(JsonNode registered) {
        String order = """
                {"caseId": "%s", "consentId": "%s", "offerId": "gtm-ventanilla-retornado",
                 "need": {"dimension": "social", "category": "one-stop-desk", "urgency": "normal"}}
                """.formatted(
                registered.path("caseId").asText(), registered.path("consentId").asText());
        Agency.Reply issued = await().atMost(SOON)
                .until(() -> issuer().post(region.service("pan/referral") + "/v1/referrals", order), Agency.Reply::ok);
        return issued.body().path("referralId").asText();
    }

    private String directoryInHonduras() {
        String organizations = region.service("hnd/registry") + "/hsds/organizations";
        return await().atMost(SOON)
                .until(
                        () -> issuer().get(organizations).body().toString(),
                        directory -> directory.contains("Servicio Nacional de Migración"));
    }

    private Agency issuer() {
        return institutions.system("pan-snm");
    }

    private Agency recipient() {
        return institutions.system("gtm-mintrab");
    }
}
