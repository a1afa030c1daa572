package org.puente.system;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.puente.demo.Agency;
import org.puente.demo.Institutions;
import org.puente.demo.Region;

/**
 * A consent that is withdrawn while another node holds what was sent under it, and how soon every node has acted on
 * it. The person was referred from Guatemala to Honduras.
 */
record WithdrawnConsent(Region addresses, ReceptionClient desk, Institutions institutions) {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final int GONE = 410;

    /** From the answer to the withdrawal until no recipient can read, and the Secretariat has the fact. */
    Duration untilEveryNodeHasActed(LocalDate returnedOn) {
        JsonNode person = desk.registerHonduran("withdrawn-1", returnedOn);
        String referral = refer(person);
        await().atMost(LONG).until(() -> reading(referral) == 200);

        desk.withdraw(person);
        Instant withdrawn = Instant.now();

        await().atMost(LONG).until(() -> reading(referral) == GONE);
        await().atMost(LONG).until(() -> isWithdrawn("gtm", "gtm-igm", referral));
        await().atMost(LONG).until(() -> isWithdrawn("hnd", "hnd-sreci", referral));
        await().atMost(LONG).until(() -> isRefused(person));
        await().atMost(LONG).until(() -> isReported(person));
        return Duration.between(withdrawn, Instant.now());
    }

    private String refer(JsonNode person) {
        return await().atMost(LONG)
                .until(() -> issue(person).body().path("referralId").asText(), id -> !id.isEmpty());
    }

    private Agency.Reply issue(JsonNode person) {
        return institutions.system("gtm-igm").post(addresses.of("gtm", "referral") + "/v1/referrals", """
                        {"caseId": "%s", "consentId": "%s", "offerId": "hnd-reinsercion",
                         "need": {"dimension": "social", "category": "one-stop-desk", "urgency": "normal"}}
                        """.formatted(
                        person.path("caseId").asText(), person.path("consentId").asText()));
    }

    private int reading(String referral) {
        return institutions
                .system("hnd-sreci")
                .get(addresses.of("hnd", "referral") + "/v1/referrals/" + referral + "/dossier")
                .status();
    }

    private boolean isWithdrawn(String node, String institution, String referral) {
        return "withdrawn".equals(institutions.status(node, institution, referral));
    }

    /** Nothing is sent any more, not even to whom it was sent before. */
    private boolean isRefused(JsonNode person) {
        return issue(person).status() == 422;
    }

    private boolean isReported(JsonNode person) {
        return Agency.person(addresses, "operator")
                .get(addresses.reporting() + "/v1/events?caseId="
                        + person.path("caseId").asText())
                .body()
                .toString()
                .contains("consent.withdrawn");
    }
}
