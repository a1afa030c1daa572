package org.puente.referral.referrals;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DossierFact;
import org.puente.contracts.DossierField;
import org.puente.platform.json.Json;
import org.puente.platform.sealing.NodeKeys;
import org.puente.platform.sealing.Seal;
import org.puente.platform.testing.Tokens;
import org.puente.platform.testing.Wire;
import org.puente.referral.OfferStates;
import org.puente.referral.ReferralServiceTestBase;
import org.puente.referral.RegionFacts;
import org.puente.referral.Tables;

/** Institutions that are after more of a person than they were sent, and a person to be after. */
public abstract class CuriousSlice extends ReferralServiceTestBase {
    protected static final String OWNER = RegionFacts.RECEPTION.value();
    protected static final String CURIOUS = "gtm-curious";
    protected static final String ACCOMPLICE = "gtm-accomplice";
    protected static final DossierField[] EVERYTHING = DossierField.values();

    @Inject
    public DataSource database;

    @Inject
    public NodeKeys own;

    /**
     * Somebody of whom the curious institution was sent one field, the given names.
     *
     * @param mark stands in the value of each of the fields
     */
    public record Known(Arrived person, String mark, OfferPublished offer, String referral) {}

    protected Known known() {
        String mark = "mark" + UUID.randomUUID().toString().substring(0, 8);
        Arrived person = arrived(whole(mark), "region");
        OfferPublished offer = offer(CURIOUS, DossierField.GIVEN_NAMES);
        return new Known(person, mark, offer, issued(person, offer));
    }

    /** A dossier in which every field is known. */
    private static ObjectNode whole(String mark) {
        ObjectNode all = Json.mapper().createObjectNode();
        for (DossierField field : EVERYTHING) {
            all.put(field.code(), field.code() + "-" + mark);
        }
        return all;
    }

    /** The owner's desk amends the person, and the new dossier has come. */
    protected void sealedAnew(Known known, ObjectNode person) {
        DossierFact.Sealed sealed =
                RegionFacts.sealed(known.person().caseId(), "gtm", person, Seal.newest(own.published()));
        Wire.publish("gtm", "reception", "gtm", sealed);
        await().atMost(SOON)
                .until(() -> Tables.holds(
                        database,
                        "select dossier_id = ? from sealed_dossier where jwe = ?",
                        sealed.dossierId().value(),
                        sealed.jwe()));
    }

    protected OfferPublished offer(String institution, DossierField... fields) {
        return offer(institution, "employment", false, fields);
    }

    /** An offer that the directory here has. */
    protected OfferPublished offer(String institution, String category, boolean restricted, DossierField... fields) {
        OfferPublished open = RegionFacts.offer(offerId(institution.substring(0, 3)), category, null, LONG, fields);
        OfferPublished offer = OfferStates.by(institution, open);
        return kept(restricted ? OfferStates.restricted(offer) : offer);
    }

    /** The same offer, which from now on needs more. */
    protected OfferPublished widened(OfferPublished offer, DossierField... fields) {
        return kept(OfferStates.updated(OfferStates.needing(offer, fields), Instant.now()));
    }

    protected OfferPublished kept(OfferPublished offer) {
        published(offer);
        await().atMost(SOON)
                .until(() -> Tables.holds(
                        database,
                        "select state = ? from directory_offer where offer_id = ?",
                        Json.write(offer),
                        offer.offerId().value()));
        return offer;
    }

    protected static String token(String institution) {
        return Tokens.of("gtm", institution, "case-manager", "intake");
    }

    protected ValidatableResponse refer(String institution, Known known, OfferPublished offer) {
        return refer(institution, known, offer, null);
    }

    /**
     * @param partOf null for none
     */
    protected ValidatableResponse refer(String institution, Known known, OfferPublished offer, String partOf) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("caseId", known.person().caseId().toString());
        body.put("offerId", offer.offerId().toString());
        body.put("need", Map.of("dimension", "economic", "category", "employment", "urgency", "normal"));
        body.put("consentId", known.person().consent().consentId().toString());
        if (partOf != null) {
            body.put("partOf", partOf);
        }
        return given().auth()
                .oauth2(token(institution))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/referrals")
                .then();
    }

    protected static void redirect(String institution, String referral, OfferPublished offer) {
        await().atMost(SOON)
                .until(() -> addFact(
                                        institution,
                                        referral,
                                        "redirected",
                                        "offerId",
                                        offer.offerId().value())
                                .extract()
                                .statusCode()
                        == 200);
    }

    protected static void waitsForTheOwner(ValidatableResponse answer) {
        answer.statusCode(422).body("errors[0].code", equalTo("fields-wait-for-owner"));
    }

    /** Asks for everything that an institution may ask, and gives the answers. */
    protected List<String> everythingShownTo(String institution, Known known) {
        List<String> answers = new ArrayList<>();
        for (String path : List.of(
                "/v1/referrals?limit=500&box=incoming",
                "/v1/referrals?limit=500&box=outgoing",
                "/v1/cases/" + known.person().caseId() + "/referrals",
                "/v1/cases/" + known.person().caseId() + "/matches")) {
            answers.add(get(institution, path).extract().asString());
        }
        for (String referral : referralsOf(known)) {
            String path = "/v1/referrals/" + referral;
            answers.add(get(institution, path).extract().asString());
            answers.add(get(institution, path + "/attachments").extract().asString());
            answers.add(dossier(institution, referral));
        }
        return answers;
    }

    protected static String dossier(String institution, String referral) {
        String path = "/v1/referrals/" + referral + "/dossier";
        await().atMost(SOON) // what is on its way is waited for
                .until(() -> get(institution, path).extract().statusCode() != 409);
        return get(institution, path).extract().asString();
    }

    /** All referrals of the case that there are, whosever they are. */
    protected List<String> referralsOf(Known known) {
        return Tables.column(
                database,
                "select cast(referral_id as text) from referral where case_id = ?" + " and to_node = 'gtm'",
                known.person().caseId().value());
    }

    protected static ValidatableResponse get(String institution, String path) {
        return given().auth()
                .oauth2(token(institution))
                .urlEncodingEnabled(false)
                .get(path)
                .then();
    }

    /** What an institution was shown of the person: the fields whose values stand in an answer. */
    protected List<DossierField> fieldsShownTo(String institution, Known known) {
        List<String> answers = everythingShownTo(institution, known);
        return List.of(EVERYTHING).stream()
                .filter(field -> answers.stream().anyMatch(text -> text.contains(field.code() + "-" + known.mark())))
                .toList();
    }

    protected static JsonNode view(String institution, String referral) {
        return Json.read(get(institution, "/v1/referrals/" + referral).extract().asString(), JsonNode.class);
    }

    /** The fields that a redirect waits for the owner's yes with; empty where it doesn't wait. */
    protected static List<String> waitingFields(String institution, String referral) {
        List<String> fields = new ArrayList<>();
        view(institution, referral).path("waiting").path("fields").forEach(field -> fields.add(field.textValue()));
        return fields;
    }

    protected void knowsTheGivenNamesAlone(String institution, Known known) {
        assertThat(fieldsShownTo(institution, known)).containsExactly(DossierField.GIVEN_NAMES);
    }
}
