package org.puente.referral.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKeySet;
import org.junit.jupiter.api.Test;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DossierFact;
import org.puente.contracts.DossierField;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralId;
import org.puente.platform.json.Json;
import org.puente.platform.sealing.Seal;
import org.puente.platform.testing.Wire;
import org.puente.referral.Rows;
import org.puente.referral.Tables;
import org.puente.referral.referrals.CuriousSlice;

/**
 * What goes onward by itself, what waits, who decides, and what the owner of the case sees of it.
 */
@QuarkusTest
class OnwardTest extends CuriousSlice {
    private static final String ID = "referralId";

    private List<String> treeOf(String institution, Known known) {
        return get(institution, "/v1/cases/" + known.person().caseId() + "/referrals")
                .statusCode(200)
                .extract()
                .path("referrals.referral.referralId");
    }

    @Test
    void aRedirectThatNeedsNoMoreGoesOnByItself() {
        Known known = known();
        redirect(CURIOUS, known.referral(), offer(ACCOMPLICE, DossierField.GIVEN_NAMES));
        get(OWNER, "/v1/referrals/" + known.referral())
                .body("waiting", nullValue())
                .body("facts.find { it.type == 'redirected' }.next", not(nullValue()));
        knowsTheGivenNamesAlone(ACCOMPLICE, known);
    }

    @Test
    void theOwnerSeesWhatAnotherReferredOfItsCase() {
        Instant begun = Instant.now();
        Known known = known();
        String next = refer(CURIOUS, known, offer(ACCOMPLICE, DossierField.GIVEN_NAMES))
                .statusCode(201)
                .extract()
                .path(ID);
        get(OWNER, "/v1/referrals/" + next)
                .statusCode(200)
                .body("from.institution", equalTo(CURIOUS))
                .body("openSteps", hasSize(0));
        get(OWNER, "/v1/referrals?box=outgoing&limit=500&modifiedAfter=" + begun)
                .body("items.referralId", hasItems(known.referral(), next));
        assertThat(treeOf(OWNER, known)).contains(known.referral(), next);
        addFact(OWNER, next, "cancelled", "reason", "other").statusCode(404);
        get(OWNER, "/v1/referrals/" + next + "/dossier").statusCode(404);
    }

    @Test
    void theOwnerSeesWhatHappensToIt() {
        Known known = known();
        OfferPublished modest = offer(ACCOMPLICE, DossierField.GIVEN_NAMES);
        String next = refer(CURIOUS, known, modest).extract().path(ID);
        await().atMost(SOON)
                .until(() -> addFact(ACCOMPLICE, next, "accepted").extract().statusCode() == 200);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(changesOf(OWNER, next)).contains("issued", "acknowledged", "accepted"));
        assertThat(changesOf("gtm-stranger", next)).isEmpty();
    }

    private static List<String> changesOf(String institution, String referral) {
        List<String> statuses = new ArrayList<>();
        String after = "0";
        JsonNode page;
        do {
            page = Json.read(
                    get(institution, "/v1/referrals/changes?limit=500&after=" + after)
                            .extract()
                            .asString(),
                    JsonNode.class);
            after = page.path("next").asText();
            page.path("items").forEach(item -> {
                if (referral.equals(item.path(ID).asText())) {
                    statuses.add(item.path("status").asText());
                }
            });
        } while (!page.path("items").isEmpty());
        return statuses;
    }

    @Test
    void theOthersSeeOfACaseWhatTheyReferredAlone() {
        Known known = known();
        refer(OWNER, known, offer("gtm-third", DossierField.PHONES)).statusCode(201);
        assertThat(treeOf(CURIOUS, known)).isEmpty();
    }

    @Test
    void whatWasSentForAnotherIsPassedOnByThatOtherAlone() {
        Known known = known();
        OfferPublished third = offer("gtm-third", DossierField.GIVEN_NAMES, DossierField.PHONES);
        refer(OWNER, known, third).statusCode(201);
        refer("gtm-third", known, offer(CURIOUS, DossierField.PHONES)).statusCode(201);
        assertThat(fieldsShownTo(CURIOUS, known))
                .containsExactlyInAnyOrder(DossierField.GIVEN_NAMES, DossierField.PHONES);
    }

    @Test
    void whatWasErasedAtAnInstitutionIsNotPassedOnByIt() {
        Known known = known();
        fieldsShownTo(CURIOUS, known); // it has come
        Rows.change("update sealed_dossier set jwe = null, erased_at = now() where referral_id = '%s'"
                .formatted(known.referral()));
        waitsForTheOwner(refer(CURIOUS, known, offer(CURIOUS, DossierField.GIVEN_NAMES)));
    }

    @Test
    void whatAnotherNodePublishesOfACaseOpensItToNobody() {
        Known known = known();
        OfferPublished offer = offer(ACCOMPLICE, DossierField.GIVEN_NAMES);
        ReferralFact.Issued any = fromHonduras(offer, Instant.now().plus(LONG));
        Wire.publish(
                "hnd",
                "referral",
                "gtm",
                new ReferralFact.Issued(
                        any.referralId(),
                        known.person().caseId(),
                        any.institution(),
                        any.occurredAt(),
                        null,
                        any.offerId(),
                        any.from(),
                        any.to(),
                        any.need(),
                        any.priority(),
                        any.answerBy(),
                        any.consentId(),
                        any.dossierId()));
        String referral = any.referralId().toString();
        await().atMost(SOON)
                .until(() ->
                        get(ACCOMPLICE, "/v1/referrals/" + referral).extract().statusCode() == 200);
        String path = "/v1/cases/" + known.person().caseId();
        get(ACCOMPLICE, path + "/matches").statusCode(404);
        get(ACCOMPLICE, path + "/referrals").statusCode(404);
        refer(ACCOMPLICE, known, offer).statusCode(422);
        get(OWNER, "/v1/referrals/" + referral).statusCode(404);
    }

    @Test
    void matchesShowAnInstitutionNothingThatItWasNotSent() {
        Known known = known();
        OfferPublished probe = offer(CURIOUS, DossierField.GIVEN_NAMES);
        String own = "offers.find { it.offerId == '%s' }.reasons.code".formatted(probe.offerId());
        String path = "/v1/cases/" + known.person().caseId() + "/matches";
        await().atMost(SOON).untilAsserted(() -> get(OWNER, path).body(own, hasItem("need")));
        get(CURIOUS, path).body(own, everyItem(in(List.of("unlimited", "answering"))));
    }

    @Test
    void whatIsMostSensitiveGoesToRestrictedOffersOfApprovedCategoriesAlone() {
        Known known = known();
        DossierField[] fields = {DossierField.GIVEN_NAMES, DossierField.RESTRICTED};
        for (OfferPublished offer : List.of(
                offer(ACCOMPLICE, "employment", false, fields),
                offer(ACCOMPLICE, "employment", true, fields),
                offer(ACCOMPLICE, "shelter", false, fields))) {
            refer(OWNER, known, offer).statusCode(422).body("errors[0].code", equalTo("restricted-not-approved"));
        }
        refer(OWNER, known, offer(ACCOMPLICE, "shelter", true, fields)).statusCode(201);
    }

    @Test
    void aRedirectFromAbroadWaitsToo() {
        Known known = known();
        OfferPublished abroad = offer("hnd-work", DossierField.GIVEN_NAMES);
        String referral = refer(OWNER, known, abroad).statusCode(201).extract().path(ID);
        OfferPublished greedy = offer("hnd-work", EVERYTHING_BUT_RESTRICTED);
        OfferPublished modest = offer("hnd-work", DossierField.GIVEN_NAMES);
        publishRedirected(referral, known, greedy);
        publishRedirected(referral, known, modest); // whoever waits isn't followed elsewhere meanwhile
        await().atMost(SOON).until(() -> !waitingFields(OWNER, referral).isEmpty());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(sentToHonduras(known)).containsOnly(DossierField.GIVEN_NAMES.code()));
        assertThat(treeOf(OWNER, known)).hasSize(2);
    }

    private static final DossierField[] EVERYTHING_BUT_RESTRICTED =
            List.of(EVERYTHING).subList(0, EVERYTHING.length - 1).toArray(DossierField[]::new);

    private void publishRedirected(String referral, Known known, OfferPublished to) {
        UUID fact = Wire.publish(
                "hnd",
                "referral",
                "gtm",
                new ReferralFact.Redirected(
                        new ReferralId(UUID.fromString(referral)),
                        known.person().caseId(),
                        new InstitutionId("hnd-work"),
                        Instant.now(),
                        to.offerId(),
                        null));
        await().atMost(SOON).until(() -> Tables.taken(database, fact));
    }

    /** The fields of all that was sealed to Honduras of the person. */
    private static List<String> sentToHonduras(Known known) {
        return Wire.dump("puente.gtm.dossiers.hnd").stream()
                .filter(record -> "org.puente.dossier.sealed.v1".equals(Wire.header(record, "ce_type")))
                .map(record -> Json.read(record.value(), DossierFact.Sealed.class))
                .filter(one -> known.person().caseId().equals(one.caseId()))
                .map(one -> Seal.open(one.jwe(), new JsonWebKeySet(HND_KEY)))
                .map(text -> Json.read(text, JsonNode.class))
                .flatMap(dossier -> names(dossier).stream())
                .toList();
    }

    private static List<String> names(JsonNode dossier) {
        List<String> names = new ArrayList<>();
        dossier.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
