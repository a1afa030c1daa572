package org.puente.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.puente.contracts.CaseId;
import org.puente.contracts.FollowUpFact.CaseClosed;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.ReturnFact;
import org.puente.contracts.ReturnFact.ConsentWithdrawn;
import org.puente.platform.ids.Ids;
import org.puente.platform.json.Json;

/** A consent is of one case, and is spoken of by the institution that the case is of, whatever another publishes. */
@QuarkusTest
class ForeignConsentTest extends FollowUpServiceTestBase {
    private static final InstitutionId STRANGER = new InstitutionId("hnd-stranger");

    @Test
    void aWithdrawalThatNamesAnotherCasesConsentEndsNoFollowUp() {
        Person person = planned(Person.goingTo("HN-CR"));
        CaseId own = new CaseId(Ids.next());

        publish(withdrawal(person, own, Person.RECEPTION));

        isStillFollowedUp(person, own);
    }

    @Test
    void anotherInstitutionWithdrawsNoConsentOfTheCase() {
        Person person = planned(Person.goingTo("HN-CR"));

        publish(withdrawal(person, person.caseId(), STRANGER));

        isStillFollowedUp(person, person.caseId());
    }

    private static ReturnFact withdrawal(Person person, CaseId caseId, InstitutionId institution) {
        ObjectNode json = Json.mapper().valueToTree(person.withdraws());
        json.put("caseId", caseId.toString()).put("institution", institution.value());
        return Json.read(json.toString(), ConsentWithdrawn.class);
    }

    private void isStillFollowedUp(Person person, CaseId key) {
        await().atMost(SOON)
                .until(() -> "foreign-party"
                        .equals(query("select cause from dead_letter where record_key = '" + key + "'")));
        planned(Person.goingTo("HN-CR")); // the clock went on
        assertThat(published(person.caseId(), CaseClosed.class)).isEmpty();
    }
}
