package org.puente.referral.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DossierField;
import org.puente.platform.json.Json;
import org.puente.referral.referrals.CuriousSlice;

/** Who was sent a field was sent what stood in it then: what stands there now is the owner's. */
@QuarkusTest
class AmendedTest extends CuriousSlice {
    /** The owner's desk corrects fields of the person: to a new name, or a place to hide. */
    private void amended(Known known, DossierField... fields) {
        ObjectNode all = Json.mapper().createObjectNode();
        for (DossierField field : EVERYTHING) {
            String value = field.code() + "-" + known.mark();
            boolean changed = Arrays.asList(fields).contains(field);
            all.put(field.code(), changed ? "hidden-" + known.mark() : value);
        }
        sealedAnew(known, all);
    }

    private static boolean knowsWhatIsHidden(Known known, List<String> answers) {
        return answers.stream().anyMatch(text -> text.contains("hidden-" + known.mark()));
    }

    @Test
    void whatTheOwnerAmendedSinceIsNoRecipientsToPassOn() {
        Known known = known();
        amended(known, DossierField.GIVEN_NAMES);
        waitsForTheOwner(refer(CURIOUS, known, offer(CURIOUS, DossierField.GIVEN_NAMES)));
    }

    @Test
    void aRedirectDoesNotCarryWhatTheOwnerAmendedSince() {
        Known known = known();
        amended(known, DossierField.GIVEN_NAMES);
        redirect(CURIOUS, known.referral(), offer(CURIOUS, DossierField.GIVEN_NAMES));
        assertThat(waitingFields(OWNER, known.referral())).containsExactly("givenNames");
        assertThat(knowsWhatIsHidden(known, everythingShownTo(CURIOUS, known))).isFalse();
    }

    @Test
    void whatStandsAsItWasSentIsPassedOnWhateverElseWasAmended() {
        Known known = known();
        amended(known, DossierField.PHONES);
        refer(CURIOUS, known, offer(CURIOUS, DossierField.GIVEN_NAMES)).statusCode(201);
    }

    @Test
    void whatTheOwnerSentAfterItsAmendmentIsPassedOn() {
        Known known = known();
        amended(known, DossierField.GIVEN_NAMES);
        OfferPublished again = offer(CURIOUS, DossierField.GIVEN_NAMES);
        refer(OWNER, known, again).statusCode(201);
        refer(CURIOUS, known, offer(ACCOMPLICE, DossierField.GIVEN_NAMES)).statusCode(201);
    }

    /** Who is registered first of a family is sealed when fewer of it are known. */
    @Test
    void aFamilyThatGrewIsStillTheFamilyThatWasSent() {
        Known known = known();
        ObjectNode person = Json.mapper().createObjectNode();
        ObjectNode family =
                person.putObject("household").put("id", UUID.randomUUID().toString());
        sealedAnew(known, withSize(person, family, 1));
        refer(OWNER, known, offer(CURIOUS, DossierField.HOUSEHOLD)).statusCode(201);
        sealedAnew(known, withSize(person, family, 2));
        refer(CURIOUS, known, offer(CURIOUS, DossierField.HOUSEHOLD)).statusCode(201);
    }

    private static ObjectNode withSize(ObjectNode person, ObjectNode family, int size) {
        family.put("size", size);
        return person.deepCopy();
    }
}
