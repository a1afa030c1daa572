package org.puente.referral.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DossierField;
import org.puente.referral.referrals.CuriousSlice;

/** What needs more of a person than was sent waits for the institution that the case is of. */
@QuarkusTest
class OwnersYesTest extends CuriousSlice {
    private static final String ID = "referralId";

    private String waitingRedirect(Known known, OfferPublished offer) {
        redirect(CURIOUS, known.referral(), offer);
        assertThat(waitingFields(OWNER, known.referral())).isNotEmpty();
        return known.referral();
    }

    private OfferPublished greedy() {
        return offer(ACCOMPLICE, DossierField.GIVEN_NAMES, DossierField.PHONES, DossierField.DOCUMENTS);
    }

    @Test
    void aRedirectThatNeedsMoreShowsTheOwnerWhatItWaitsFor() {
        Known known = known();
        OfferPublished greedy = greedy();
        redirect(CURIOUS, known.referral(), greedy);
        get(OWNER, "/v1/referrals/" + known.referral())
                .body("waiting.offerId", equalTo(greedy.offerId().value()))
                .body("waiting.fields", equalTo(List.of("phones", "documents")))
                .body("waiting.owner", equalTo(OWNER));
    }

    @Test
    void whatARedirectWaitsForIsNotForItsRecipient() {
        Known known = known();
        waitingRedirect(known, greedy());
        get(CURIOUS, "/v1/referrals/" + known.referral()).body("waiting", nullValue());
    }

    @Test
    void theOwnersYesSendsWhatTheOfferNeeds() {
        Known known = known();
        OfferPublished greedy = greedy();
        String waiting = waitingRedirect(known, greedy);
        refer(OWNER, known, greedy, waiting).statusCode(201).body("partOf", equalTo(waiting));
        assertThat(fieldsShownTo(ACCOMPLICE, known))
                .containsExactlyInAnyOrder(DossierField.GIVEN_NAMES, DossierField.PHONES, DossierField.DOCUMENTS);
        assertThat(waitingFields(OWNER, waiting)).isEmpty();
    }

    @Test
    void aRedirectIsAgreedToOnce() {
        Known known = known();
        OfferPublished greedy = greedy();
        String waiting = waitingRedirect(known, greedy);
        String next = refer(OWNER, known, greedy, waiting).extract().path(ID);
        refer(OWNER, known, greedy, waiting)
                .statusCode(409)
                .body("type", equalTo("urn:puente:problem:redirect-followed"))
                .body("next", equalTo(next));
    }

    @Test
    void aRedirectIsNeitherOthersToFollowNorToAnotherOfferNorOfAnotherCase() {
        Known known = known();
        OfferPublished greedy = greedy();
        String waiting = waitingRedirect(known, greedy);
        for (var refused : List.of(
                refer(ACCOMPLICE, known, greedy, waiting),
                refer(OWNER, known, greedy(), waiting),
                refer(OWNER, known(), greedy, waiting),
                refer(OWNER, known, greedy, UUID.randomUUID().toString()))) {
            refused.statusCode(422).body("errors[0].pointer", equalTo("/partOf"));
        }
    }

    @Test
    void aReferralThatWasNotRedirectedIsNotFollowed() {
        Known known = known();
        refer(OWNER, known, greedy(), known.referral())
                .statusCode(422)
                .body("errors[0].code", equalTo("no-such-redirect"));
    }

    @Test
    void theRefusalNamesTheFieldsAndWhoDecides() {
        Known known = known();
        refer(CURIOUS, known, greedy())
                .statusCode(422)
                .body("waitingFields", equalTo(List.of("phones", "documents")))
                .body("errors[0].detail", containsString(OWNER));
    }
}
