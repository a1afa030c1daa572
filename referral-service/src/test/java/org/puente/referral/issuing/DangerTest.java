package org.puente.referral.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DossierField;
import org.puente.platform.json.Json;
import org.puente.platform.testing.OfferBuilder;
import org.puente.referral.RegionFacts;
import org.puente.referral.referrals.CuriousSlice;

/** Nobody is referred to where they are in danger, and nobody learns by trying where that is. */
@QuarkusTest
class DangerTest extends CuriousSlice {
    private static final String DANGER = "GT-13";
    private static final String ELSEWHERE = "GT-01";

    /** Somebody in danger, of whom the curious institution was sent the given names. */
    private Known endangered() {
        ObjectNode person = RegionFacts.person("Wilmer");
        person.putObject("restricted")
                .putArray("dangerPlaces")
                .addObject()
                .put("country", "GTM")
                .put("subdivision", DANGER)
                .put("municipality", "Chiantla");
        person.putObject("safeContact").putArray("ways").add("through-relative");
        Arrived arrived = arrived(person, "region");
        OfferPublished offer = offer(CURIOUS, DossierField.GIVEN_NAMES);
        return new Known(arrived, "", offer, issued(arrived, offer));
    }

    private OfferPublished covering(String area) {
        return kept(OfferBuilder.like(offer(ACCOMPLICE, DossierField.GIVEN_NAMES))
                .coverage(List.of(area))
                .updatedAt(Instant.now())
                .build());
    }

    private static String reasons(OfferPublished offer) {
        return "offers.find { it.offerId == '%s' }.reasons.code".formatted(offer.offerId());
    }

    @Test
    void theOwnerRefersThePersonElsewhere() {
        Known person = endangered();

        refer(OWNER, person, covering(DANGER))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/offerId"))
                .body("errors[0].code", equalTo("near-danger"));
        refer(OWNER, person, covering(ELSEWHERE)).statusCode(201);
    }

    @Test
    void theOwnerDoesNotChooseInVain() {
        Known person = endangered();
        OfferPublished near = covering(DANGER);
        OfferPublished elsewhere = covering(ELSEWHERE);

        await().atMost(SOON)
                .untilAsserted(() -> get(OWNER, "/v1/cases/" + person.person().caseId() + "/matches")
                        .body(reasons(near), hasItem("near-danger"))
                        .body(reasons(elsewhere), hasItem("unlimited"))
                        .body(reasons(elsewhere), not(hasItem("near-danger"))));
    }

    @Test
    void whoWasNotSentThePlacesOfDangerLearnsThemByNoOffer() {
        Known person = endangered();

        for (OfferPublished probe : List.of(covering(DANGER), covering(ELSEWHERE))) {
            waitsForTheOwner(refer(CURIOUS, person, probe));
            await().atMost(SOON)
                    .untilAsserted(
                            () -> get(CURIOUS, "/v1/cases/" + person.person().caseId() + "/matches")
                                    .body(reasons(probe), hasItem("fields-wait-for-owner"))
                                    .body(reasons(probe), not(hasItem("near-danger"))));
        }
    }

    @Test
    void aRedirectOfSomebodyInDangerWaitsForTheOwnerWhereverItLeads() {
        Known person = endangered();
        OfferPublished next = covering(ELSEWHERE);
        redirect(CURIOUS, person.referral(), next);

        assertThat(waitingFields(OWNER, person.referral())).containsExactly("givenNames");
        refer(OWNER, person, next, person.referral()).statusCode(201);
    }

    @Test
    void theOwnersYesLeadsNobodyIntoDanger() {
        Known person = endangered();
        OfferPublished near = covering(DANGER);
        redirect(CURIOUS, person.referral(), near);

        refer(OWNER, person, near, person.referral()).statusCode(422).body("errors[0].code", equalTo("near-danger"));
    }

    @Test
    void whoCanReachThePersonIsToldHowThatIsSafe() {
        Known person = endangered();
        OfferPublished calls = offer(ACCOMPLICE, DossierField.GIVEN_NAMES, DossierField.PHONES);
        String referral = refer(OWNER, person, calls).statusCode(201).extract().path("referralId");

        JsonNode shown = Json.read(dossier(ACCOMPLICE, referral), JsonNode.class);
        assertThat(shown.at("/safeContact/ways/0").asText()).isEqualTo("through-relative");
        assertThat(shown.has("restricted")).isFalse();
    }

    @Test
    void whoCannotReachThePersonIsNotToldHow() {
        Known person = endangered();

        JsonNode shown = Json.read(dossier(CURIOUS, person.referral()), JsonNode.class);
        assertThat(shown.has("givenNames")).isTrue();
        assertThat(shown.has("safeContact")).isFalse();
    }
}
