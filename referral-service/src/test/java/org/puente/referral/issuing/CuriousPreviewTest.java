package org.puente.referral.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItems;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.puente.contracts.ChildAlone;
import org.puente.contracts.ConsentId;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DossierField;
import org.puente.contracts.ReturnFact;
import org.puente.platform.json.Json;
import org.puente.platform.testing.Wire;
import org.puente.referral.OfferStates;
import org.puente.referral.RegionFacts;
import org.puente.referral.Rows;
import org.puente.referral.Tables;
import org.puente.referral.referrals.CuriousSlice;

/** Whoever is not the owner learns from a preview no more than from a referral that is refused. */
@QuarkusTest
class CuriousPreviewTest extends CuriousSlice {

    /** What an institution that was sent the given names alone could find out. */
    enum Question {
        HAS_THE_OWNER_REFERRED_THE_PERSON_THERE {
            @Override
            Asked put(CuriousPreviewTest test, Known known) {
                OfferPublished greedy = test.greedy();
                test.refer(OWNER, known, greedy).statusCode(201);
                return test.asked(known, greedy);
            }
        },
        HAS_ANOTHER_REFERRED_THE_PERSON_THERE {
            @Override
            Asked put(CuriousPreviewTest test, Known known) {
                OfferPublished greedy = test.greedy();
                test.refer(OWNER, known, test.offer("gtm-third", DossierField.GIVEN_NAMES, DossierField.PHONES))
                        .statusCode(201);
                test.refer("gtm-third", known, greedy).statusCode(201);
                return test.asked(known, greedy);
            }
        },
        WAS_THE_DOSSIER_ERASED {
            @Override
            Asked put(CuriousPreviewTest test, Known known) {
                Rows.change("update sealed_dossier set jwe = null, erased_at = now() where case_id = '%s'"
                                .formatted(known.person().caseId())
                        + " and referral_id is null");
                return test.asked(known, test.greedy());
            }
        },
        HAS_THE_OWNER_REFERRED_THERE_BY_ANOTHER_CONSENT {
            @Override
            Asked put(CuriousPreviewTest test, Known known) {
                OfferPublished modest = test.offer(ACCOMPLICE, DossierField.GIVEN_NAMES);
                test.refer(OWNER, known, modest).statusCode(201);
                return new Asked(modest, test.consentFor("gtm-other", known));
            }
        };

        abstract Asked put(CuriousPreviewTest test, Known known);
    }

    private record Asked(OfferPublished offer, ConsentId consent) {}

    private OfferPublished greedy() {
        return offer(ACCOMPLICE, DossierField.GIVEN_NAMES, DossierField.PHONES);
    }

    private Asked asked(Known known, OfferPublished offer) {
        return new Asked(offer, known.person().consent().consentId());
    }

    private ConsentId consentFor(String institution, Known known) {
        ReturnFact.ConsentRecorded consent = RegionFacts.consent(known.person().caseId(), institution);
        UUID fact = Wire.publish("gtm", "reception", consent);
        await().atMost(SOON).until(() -> Tables.taken(database, fact));
        return consent.consentId();
    }

    private static ValidatableResponse preview(String institution, Known known, Asked asked) {
        return get(
                institution,
                "/v1/cases/" + known.person().caseId() + "/preview?offerId="
                        + asked.offer().offerId() + "&consentId=" + asked.consent());
    }

    private static List<String> told(ValidatableResponse preview) {
        return preview.extract().statusCode() == 200
                ? preview.extract().path("problems.code")
                : preview.extract().path("errors.code");
    }

    @ParameterizedTest
    @EnumSource
    void isToldWhatIssuingTellsIt(Question question) {
        Known known = known();
        Asked asked = question.put(this, known);
        List<String> issuing = issue(
                        CURIOUS, known.person().caseId(), asked.offer().offerId(), asked.consent())
                .statusCode(422)
                .extract()
                .path("errors.code");

        assertThat(told(preview(CURIOUS, known, asked))).isEqualTo(issuing);
    }

    /** Offers by which an institution that was sent the given names could try to learn of danger. */
    enum Probe {
        WHAT_IT_WAS_SENT {
            @Override
            OfferPublished of(CuriousPreviewTest test) {
                return test.offer(ACCOMPLICE, DossierField.GIVEN_NAMES);
            }
        },
        MORE_THAN_IT_WAS_SENT {
            @Override
            OfferPublished of(CuriousPreviewTest test) {
                return test.greedy();
            }
        },
        NOTHING_OF_THE_PERSON {
            @Override
            OfferPublished of(CuriousPreviewTest test) {
                return test.kept(OfferStates.needing(test.offer(ACCOMPLICE, DossierField.GIVEN_NAMES)));
            }
        },
        A_PROTECTION_AUTHORITY {
            @Override
            OfferPublished of(CuriousPreviewTest test) {
                return test.offer(ACCOMPLICE, ChildAlone.CHILD_PROTECTION, false, DossierField.GIVEN_NAMES);
            }
        },
        WHERE_THE_PERSON_IS_REFERRED_ALREADY {
            @Override
            OfferPublished of(CuriousPreviewTest test) {
                return test.sent;
            }
        };

        abstract OfferPublished of(CuriousPreviewTest test);
    }

    private OfferPublished sent;

    /** Somebody of whom the curious institution was sent the given names, by one and the same offer. */
    private Known sentBy(OfferPublished offer, ObjectNode person) {
        Arrived arrived = arrived(person.deepCopy(), "region");
        return new Known(arrived, "", offer, issued(arrived, offer));
    }

    private static ObjectNode person(String givenNames) {
        ObjectNode person = RegionFacts.person(givenNames);
        person.put("phones", "+50255550000");
        return person;
    }

    private static ObjectNode inDanger(String givenNames) {
        ObjectNode person = person(givenNames);
        person.putObject("restricted").putArray("dangerPlaces").addObject().put("country", "GTM");
        return person;
    }

    private static String withoutIds(ValidatableResponse answer, Known known) {
        return answer.extract().statusCode()
                + answer.extract()
                        .asString()
                        .replace(known.person().caseId().toString(), "case")
                        .replace(known.person().consent().consentId().toString(), "consent");
    }

    /** What the matches of a case say of an offer; empty while they do not know it. */
    private static String match(Known known, OfferPublished offer) {
        JsonNode offers = Json.read(
                        get(CURIOUS, "/v1/cases/" + known.person().caseId() + "/matches")
                                .extract()
                                .asString(),
                        JsonNode.class)
                .path("offers");
        return StreamSupport.stream(offers.spliterator(), false)
                .filter(one ->
                        one.path("offerId").asText().equals(offer.offerId().value()))
                .findFirst()
                .map(JsonNode::toString)
                .orElse("");
    }

    @ParameterizedTest
    @EnumSource
    void dangerLooksAsIfTheOwnerHadAmendedWhatWasSent(Probe probe) {
        sent = offer(CURIOUS, DossierField.GIVEN_NAMES);
        Known amended = sentBy(sent, person("Wilmer"));
        sealedAnew(amended, person("Walter"));
        Known endangered = sentBy(sent, inDanger("Wilmer"));
        OfferPublished offer = probe.of(this);

        assertThat(withoutIds(preview(CURIOUS, endangered, asked(endangered, offer)), endangered))
                .isEqualTo(withoutIds(preview(CURIOUS, amended, asked(amended, offer)), amended))
                .contains("fields-wait-for-owner");
        assertThat(withoutIds(refer(CURIOUS, endangered, offer), endangered))
                .isEqualTo(withoutIds(refer(CURIOUS, amended, offer), amended));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(match(endangered, offer))
                        .isEqualTo(match(amended, offer))
                        .contains("fields-wait-for-owner"));
    }

    @ParameterizedTest
    @EnumSource(names = "WHERE_THE_PERSON_IS_REFERRED_ALREADY", mode = EnumSource.Mode.EXCLUDE)
    void aRedirectOfSomebodyInDangerWaitsAsIfTheOwnerHadAmendedWhatWasSent(Probe probe) {
        sent = offer(CURIOUS, DossierField.GIVEN_NAMES);
        Known amended = sentBy(sent, person("Wilmer"));
        sealedAnew(amended, person("Walter"));
        Known endangered = sentBy(sent, inDanger("Wilmer"));
        OfferPublished offer = probe.of(this);
        redirect(CURIOUS, amended.referral(), offer);
        redirect(CURIOUS, endangered.referral(), offer);

        assertThat(waitingFields(OWNER, endangered.referral()))
                .isEqualTo(waitingFields(OWNER, amended.referral()))
                .isNotEmpty();
    }

    @Test
    void theOwnerIsToldOfAllAtOnce() {
        Known known = known();
        OfferPublished modest = offer(ACCOMPLICE, DossierField.GIVEN_NAMES);
        refer(OWNER, known, modest).statusCode(201);

        preview(OWNER, known, new Asked(modest, consentFor("gtm-other", known)))
                .statusCode(200)
                .body("problems.code", hasItems("consent-does-not-cover", "already-referred"));
    }
}
