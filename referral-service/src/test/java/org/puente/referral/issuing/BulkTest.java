package org.puente.referral.issuing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.puente.contracts.CaseId;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.HouseholdId;
import org.puente.platform.testing.ExpectedErrors;
import org.puente.platform.testing.Tokens;
import org.puente.platform.testing.Wire;
import org.puente.referral.ReferralServiceTestBase;
import org.puente.referral.RegionFacts;
import org.puente.referral.Rows;

@QuarkusTest
class BulkTest extends ReferralServiceTestBase {
    private static final Map<String, String> NEED =
            Map.of("dimension", "economic", "category", "employment", "urgency", "normal");

    private static ValidatableResponse refer(OfferPublished offer, String key, String way, Object whom) {
        Map<String, Object> body = new HashMap<>();
        body.put("offerId", offer.offerId().value());
        body.put("need", NEED);
        if (way != null) {
            body.put(way, whom);
        }
        return given().auth()
                .oauth2(Tokens.of("gtm", RegionFacts.RECEPTION.value(), "case-manager"))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/referrals/bulk")
                .then();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static Map<String, String> named(CaseId id) {
        return Map.of("caseId", id.toString());
    }

    private static List<String> issued(ValidatableResponse response) {
        return response.extract().path("results.referralId");
    }

    /** Everything that a referral of these takes has come: each has been referred once. */
    private void ready(Arrived... people) {
        OfferPublished offer = published(RegionFacts.offer(offerId("hnd"), null, LONG));
        for (Arrived person : people) {
            issued(person, offer);
        }
    }

    @Test
    void aFamilyIsReferredInOneRequest() {
        HouseholdId household = new HouseholdId(UUID.randomUUID());
        Arrived mother = arrived(household);
        Arrived child = arrived(household);
        ready(mother, child);
        OfferPublished offer = published(RegionFacts.offer(offerId("hnd"), null, LONG));
        String family = "select count(*) from case_file where household = '" + household + "'";
        await().atMost(SOON).until(() -> "2".equals(Rows.read(family)));
        isKnown(offer);
        refer(offer, key(), "household", household.toString())
                .statusCode(200)
                .body("results", hasSize(2))
                .body("results.referralId", everyItem(notNullValue()));
        assertThat(referredTo(offer)).isEqualTo("2");
    }

    @Test
    void theLongestKeyThatThereMayBeIsTakenHereToo() {
        refer(
                        RegionFacts.offer(offerId("hnd"), null, LONG),
                        "k".repeat(255),
                        "people",
                        List.of(named(new CaseId(UUID.randomUUID()))))
                .statusCode(200)
                .body("results[0].problem.status", equalTo(422));
    }

    @Test
    void oneWhoCannotBeReferredStopsNobodyElse() {
        Arrived person = arrived();
        ready(person);
        OfferPublished offer = published(RegionFacts.offer(offerId("hnd"), null, LONG));
        CaseId stranger = new CaseId(UUID.randomUUID());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                issued(refer(offer, key(), "people", List.of(named(stranger), named(person.caseId())))))
                        .satisfies(ids -> assertThat(ids.get(0)).isNull())
                        .satisfies(ids -> assertThat(ids.get(1)).isNotNull()));
    }

    @Test
    @ExpectedErrors("One of several people was not referred")
    void aFaultWithOnePersonStopsNobodyElse() {
        Arrived broken = arrived();
        Arrived person = arrived();
        ready(broken, person);
        String row = " from case_file where case_id = '" + broken.caseId() + "'";
        String state = Rows.read("select state" + row);
        Rows.change("update case_file set state = '{' where case_id = '" + broken.caseId() + "'");
        OfferPublished offer = published(RegionFacts.offer(offerId("hnd"), null, LONG));
        List<Map<String, String>> people = List.of(named(broken.caseId()), named(person.caseId()));
        String key = key();
        await().atMost(SOON)
                .untilAsserted(() -> refer(offer, key, "people", people)
                        .statusCode(200)
                        .body("results[0].problem.type", equalTo("urn:puente:problem:person-not-referred"))
                        .body("results[1].referralId", notNullValue()));
        Rows.change("update case_file set state = '%s' where case_id = '%s'"
                .formatted(state.replace("'", "''"), broken.caseId()));
    }

    @Test
    void morePeopleThanOneRequestMayReferAreRefusedTogether() {
        HouseholdId household = new HouseholdId(UUID.randomUUID());
        Rows.change("insert into case_file (case_id, institution, version, state, modified_at,"
                + " household) select gen_random_uuid(), '%s', 1, '{}', now(), '%s'"
                        .formatted(RegionFacts.RECEPTION, household)
                + " from generate_series(1, 201)");
        refer(published(RegionFacts.offer(offerId("hnd"), null, LONG)), key(), "household", household.toString())
                .statusCode(422)
                .body("type", equalTo("urn:puente:problem:too-many-people"));
    }

    @Test
    void anOlderConsentServesWhereTheNewestDoesNotCoverTheRecipient() {
        Arrived person = arrived();
        ready(person);
        Wire.publish("gtm", "reception", RegionFacts.consent(person.caseId(), "node"));
        OfferPublished offer = published(RegionFacts.offer(offerId("hnd"), null, LONG));
        String consents = "select count(*) from consent where case_id = '%s'";
        await().atMost(SOON).until(() -> "2".equals(Rows.read(consents.formatted(person.caseId()))));
        await().atMost(SOON)
                .until(() -> issued(refer(offer, key(), "people", List.of(named(person.caseId()))))
                                .getFirst()
                        != null);
    }

    @Test
    void eachRefusalNamesWhatIsWrong() {
        OfferPublished offer = published(RegionFacts.offer(offerId("hnd"), null, LONG));
        refer(offer, key(), "people", List.of(named(new CaseId(UUID.randomUUID()))))
                .body("results", hasSize(1))
                .body("results.problem.detail", everyItem(notNullValue()))
                .body("results.problem.errors.code.flatten()", not(empty()))
                .body("results.problem.errors.code.flatten()", everyItem(notNullValue()));
    }

    @Test
    void theSameRequestAgainRefersNobodyTwice() {
        Arrived person = arrived();
        ready(person);
        OfferPublished other = published(RegionFacts.offer(offerId("hnd"), null, LONG));
        String key = key();
        List<Map<String, String>> people = List.of(named(person.caseId()));
        await().atMost(SOON)
                .until(() -> issued(refer(other, key, "people", people)).getFirst() != null);
        assertThat(issued(refer(other, key, "people", people))).isEqualTo(issued(refer(other, key, "people", people)));
    }

    @Test
    void nobodyIsReferredWhereOneOfThePeopleIsNothing() {
        Arrived person = arrived();
        ready(person);
        OfferPublished offer = published(RegionFacts.offer(offerId("hnd"), null, LONG));
        isKnown(offer);
        refer(offer, key(), "people", Arrays.asList(named(person.caseId()), null))
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/people/1")));
        assertThat(referredTo(offer)).isEqualTo("0");
    }

    @Test
    void nobodyIsReferredWhereOneOfThePeopleIsNamedTwice() {
        Arrived person = arrived();
        ready(person);
        OfferPublished offer = published(RegionFacts.offer(offerId("hnd"), null, LONG));
        isKnown(offer);
        Map<String, String> named = named(person.caseId());
        refer(offer, key(), "people", List.of(named, named))
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/people/1/caseId")));
        assertThat(referredTo(offer)).isEqualTo("0");
    }

    @Test
    void nobodyIsReferredWhereOneOfThePeopleHasNoCase() {
        OfferPublished offer = published(RegionFacts.offer(offerId("hnd"), null, LONG));
        refer(offer, key(), "people", List.of(Map.of()))
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/people/0/caseId")));
    }

    private static void isKnown(OfferPublished offer) {
        await().atMost(SOON)
                .until(() ->
                        Rows.read("select 1 from directory_offer where offer_id = '" + offer.offerId() + "'") != null);
    }

    private static String referredTo(OfferPublished offer) {
        return Rows.read("select count(*) from referral where offer_id = '" + offer.offerId() + "'");
    }

    @Test
    void peopleAreNamedInOneWayOnly() {
        OfferPublished offer = published(RegionFacts.offer(offerId("hnd"), null, LONG));
        refer(offer, key(), null, null).statusCode(400);
    }

    private Arrived arrived(HouseholdId household) {
        Arrived person = arrived();
        Wire.publish("gtm", "reception", RegionFacts.ofHousehold(person.caseId(), household));
        return person;
    }
}
