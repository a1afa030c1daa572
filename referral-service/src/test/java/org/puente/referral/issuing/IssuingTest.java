package org.puente.referral.issuing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKeySet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.puente.contracts.CaseId;
import org.puente.contracts.ConsentId;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DossierFact;
import org.puente.contracts.DossierField;
import org.puente.contracts.OfferId;
import org.puente.contracts.Profile;
import org.puente.contracts.ReferralFact;
import org.puente.platform.sealing.NodeKeys;
import org.puente.platform.sealing.Seal;
import org.puente.platform.testing.Tokens;
import org.puente.platform.testing.Wire;
import org.puente.referral.OfferStates;
import org.puente.referral.ReferralServiceTestBase;
import org.puente.referral.RegionFacts;

@Tag("containers")
@QuarkusTest
class IssuingTest extends ReferralServiceTestBase {
    @Inject
    NodeKeys own;

    @Test
    void aReferralCrossesTheBorderWithADossierForItsRecipientAlone() {
        Arrived person = arrived();
        OfferPublished offer = published(RegionFacts.offer(offerId("hnd"), null, LONG));
        String referral = issued(person, offer);
        await().atMost(SOON)
                .until(() -> !Wire.facts("puente.gtm.referrals.hnd", referral, ReferralFact.Issued.class)
                        .isEmpty());
        ReferralFact.Issued issued = Wire.facts("puente.gtm.referrals.hnd", referral, ReferralFact.Issued.class)
                .getFirst();
        await().atMost(SOON).until(() -> !sealed(issued).isEmpty());
        DossierFact.Sealed dossier = sealed(issued).getFirst();
        assertThat(Seal.open(dossier.jwe(), new JsonWebKeySet(HND_KEY)))
                .contains("Wilmer", "+50499990000")
                .doesNotContain("familyNames", "birthDate");
        assertThatThrownBy(() -> Seal.open(dossier.jwe(), own.own())).isInstanceOf(Seal.SealBroken.class);
    }

    private static List<DossierFact.Sealed> sealed(ReferralFact.Issued issued) {
        return Wire.facts("puente.gtm.dossiers.hnd", issued.dossierId().toString(), DossierFact.Sealed.class);
    }

    @Test
    void aReferralWithinTheNodeIsAcknowledgedAndItsDossierCanBeRead() {
        Arrived person = arrived();
        OfferPublished offer = published(RegionFacts.offer(offerId("gtm"), null, LONG));
        String referral = issued(person, offer);
        await().atMost(SOON).until(() -> "acknowledged".equals(status(referral)));
        await().atMost(SOON).untilAsserted(() -> dossier(referral).body("givenNames", equalTo("Wilmer")));
    }

    private static ValidatableResponse dossier(String referral) {
        return given().auth()
                .oauth2(Tokens.of("gtm", "gtm-work", "case-manager"))
                .get("/v1/referrals/{id}/dossier", referral)
                .then()
                .statusCode(200);
    }

    @Test
    void withoutAConsentThatCoversTheRecipientThereIsNoReferral() {
        Arrived person = arrived(RegionFacts.person("Ana"), "node");
        OfferPublished offer = published(RegionFacts.offer(offerId("hnd"), null, LONG));
        refused(person, offer, "/consentId", "consent-does-not-cover");
    }

    @Test
    void aWithdrawnConsentPermitsNoReferral() {
        Arrived person = arrived();
        OfferPublished offer = published(RegionFacts.offer(offerId("gtm"), null, LONG));
        Wire.publish("gtm", "reception", RegionFacts.withdrawn(person.consent()));
        refused(person, offer, "/consentId", "consent-does-not-cover");
    }

    @Test
    void withoutAFieldThatTheOfferNeedsThereIsNoReferral() {
        Arrived person = arrived();
        OfferPublished offer =
                published(RegionFacts.offer(offerId("gtm"), "health", null, LONG, DossierField.LANGUAGES));
        refused(person, offer, "/offerId", "fields-missing");
    }

    @Test
    void aChildAloneIsReferredToTheProtectionAuthorityFirst() {
        CaseId id = new CaseId(UUID.randomUUID());
        var consent = RegionFacts.consent(id, "region");
        Wire.publish("gtm", "reception", RegionFacts.registered(id, Profile.UNACCOMPANIED_CHILD));
        Wire.publish("gtm", "reception", consent);
        OfferPublished offer = published(RegionFacts.offer(offerId("gtm"), null, LONG));
        refused(new Arrived(id, consent), offer, "/offerId", "child-protection-first");
    }

    private void refused(Arrived person, OfferPublished offer, String pointer, String code) {
        await().atMost(SOON)
                .untilAsserted(() -> issue(person, offer)
                        .statusCode(422)
                        .body("errors[0].pointer", equalTo(pointer))
                        .body("errors[0].code", equalTo(code)));
    }

    @Test
    void aRecipientWhoseNodePublishesNoKeyIsReported() {
        Arrived person = arrived();
        OfferPublished offer = RegionFacts.offer(offerId("slv"), null, LONG);
        Wire.publish("slv", "registry", RegionFacts.node("slv", new JsonWebKeySet()));
        Wire.publish("slv", "registry", offer);
        await().atMost(SOON)
                .untilAsserted(
                        () -> issue(person, offer).statusCode(409).body("type", endsWith(":recipient-has-no-key")));
    }

    @Test
    void anUnknownOfferIsNamed() {
        Arrived person = arrived();
        await().atMost(SOON)
                .untilAsserted(() -> issue(
                                RegionFacts.RECEPTION.value(),
                                person.caseId(),
                                new OfferId("gtm-no-such"),
                                person.consent().consentId())
                        .statusCode(422)
                        .body("errors[0].code", equalTo("unknown-offer")));
    }

    @Test
    void whoeverDoesNotSeeARestrictedOfferCannotTellItFromNone() {
        Arrived person = arrived();
        OfferPublished offer = published(OfferStates.restricted(RegionFacts.offer(offerId("gtm"), null, LONG)));
        String seen = issued(person, offer);
        addFact(RegionFacts.RECEPTION.value(), seen, "cancelled", "reason", "other")
                .statusCode(200);
        String token = Tokens.of("gtm", RegionFacts.RECEPTION.value(), "case-manager");
        ConsentId consent = person.consent().consentId();
        String hidden = issueWith(token, person.caseId(), offer.offerId(), consent)
                .statusCode(422)
                .extract()
                .asString();
        String none = issueWith(token, person.caseId(), new OfferId("gtm-no-such"), consent)
                .statusCode(422)
                .extract()
                .asString();
        assertThat(hidden).isEqualTo(none).contains("unknown-offer");
    }

    @Test
    void anotherInstitutionsCaseCannotBeReferred() {
        Arrived person = arrived();
        OfferPublished offer = published(RegionFacts.offer(offerId("gtm"), null, LONG));
        issued(person, offer);
        issue("gtm-stranger", person.caseId(), offer.offerId(), person.consent().consentId())
                .statusCode(422)
                .body("errors[0].code", equalTo("unknown-case"));
    }

    @Test
    void aPersonIsNotReferredTwiceToOneOfferAtATime() {
        Arrived person = arrived();
        OfferPublished offer = published(RegionFacts.offer(offerId("hnd"), null, LONG));
        issued(person, offer);
        issue(person, offer).statusCode(409).body("type", equalTo("urn:puente:problem:already-referred"));
    }

    @Test
    void aConsentOfAnotherCaseDoesNotServe() {
        Arrived person = arrived();
        OfferPublished offer = published(RegionFacts.offer(offerId("gtm"), null, LONG));
        await().atMost(SOON)
                .untilAsserted(() -> issue(
                                RegionFacts.RECEPTION.value(),
                                person.caseId(),
                                offer.offerId(),
                                new ConsentId(UUID.randomUUID()))
                        .statusCode(422)
                        .body("errors[0].code", equalTo("unknown-consent")));
    }
}
