package org.puente.reception.returns.batches;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.puente.reception.RegistrationForm;

/** The people of a batch: who they are, and who they may be. */
@QuarkusTest
class BatchPeopleTest extends BatchTestBase {
    @Test
    void aDryRunDoesNotTellWhomAnotherInstitutionKnows() {
        String dui = RegistrationForm.dui();
        RegistrationForm theirs = RegistrationForm.filled().document("dui", dui);
        register(theirs);
        RegistrationForm asked =
                row().with("/receptionPoint", "'gtm-other-desk'").document("dui", dui);
        RegistrationForm named = row().with("/receptionPoint", "'gtm-other-desk'")
                .with("/person/givenNames", "'" + theirs.text("/person/givenNames") + "'")
                .with("/person/familyNames", "'" + theirs.text("/person/familyNames") + "'");

        Answer answer = Answer.of(sending("gtm-other", BatchFormat.LINES)
                .queryParam("dry-run", true)
                .body(utf8(lines(List.of(asked, named))))
                .post(PATH));

        assertThat(answer.results()).containsExactly("created", "created");
    }

    @Test
    void recognisesOnePersonInTwoRows() {
        String dui = RegistrationForm.dui();
        RegistrationForm first = row().document("dui", dui);
        RegistrationForm second = row().document("dui", dui)
                .with("/person/givenNames", "'" + first.text("/person/givenNames") + "'")
                .with("/person/familyNames", "'" + first.text("/person/familyNames") + "'")
                .with("/returnedOn", "'2025-06-01'");

        Answer answer = send(first, second);

        assertThat(answer.texts("personId"))
                .containsOnly(answer.texts("personId").getFirst());
        assertThat(awaitRegistered(answer.texts("caseId").get(1)).priorReturns())
                .isEqualTo(1);
    }

    @Test
    void recognisesAPersonWhoWasRegisteredBefore() {
        RegistrationForm form = RegistrationForm.filled().document("dui", RegistrationForm.dui());
        String person = register(form).path("personId");

        Answer answer = send(form.with("/key", "'" + UUID.randomUUID() + "'").with("/returnedOn", "'2025-06-01'"));

        assertThat(answer.texts("personId")).containsExactly(person);
    }

    @Test
    void tellsOfAnEarlierReturnThatMayBeOfTheSamePerson() {
        RegistrationForm earlier = row().with("/returnedOn", "'2024-03-02'");
        send(earlier);

        Answer answer = send(row().with("/person/givenNames", "'" + earlier.text("/person/givenNames") + "'")
                .with("/person/familyNames", "'" + earlier.text("/person/familyNames") + "'"));

        assertThat(answer.rows().getFirst().at("/warnings/0/code").asText()).isEqualTo("possible-same-person");
    }

    @Test
    void warnsOfADocumentThatTwoDifferentPeopleBring() {
        String dui = RegistrationForm.dui();

        RegistrationForm other =
                row().document("dui", dui).with("/person/givenNames", "'Ana'").with("/person/familyNames", "'Paz'");

        Answer answer = send(row().document("dui", dui), other);

        assertThat(answer.results()).containsExactly("created", "warned");
        assertThat(answer.rows().get(1).at("/warnings/0/code").asText()).isEqualTo("document-of-somebody-else");
    }

    @Test
    void countsAHouseholdWhoseMembersStandInOneBatch() {
        String household = "'" + UUID.randomUUID() + "'";

        Answer answer = send(row().with("/household/id", household), row().with("/household/id", household));

        assertThat(answer.texts("caseId"))
                .allSatisfy(
                        id -> assertThat(awaitRegistered(id).household().size()).isEqualTo(2));
    }

    @Test
    void bothDesksSeeThatARowMayBeOfSomebodyWhomAnotherInstitutionHasRegistered() {
        RegistrationForm form = RegistrationForm.filled().with("/returnedOn", "'2022-09-05'");
        String theirs = by("gtm-other")
                .body(form.with("/receptionPoint", "'gtm-other-desk'").json())
                .post("/v1/returns")
                .path("caseId");

        Answer answer = send(form.with("/receptionPoint", "'gtm-fag'").with("/key", "'" + UUID.randomUUID() + "'"));

        String list = "/v1/returns?undecided=true&returnedOn=2022-09-05";
        assertThat(intake().get(list).<List<String>>path("items.caseId")).isEqualTo(answer.texts("caseId"));
        assertThat(by("gtm-other").get(list).<List<String>>path("items.caseId")).containsExactly(theirs);
    }

    @Test
    void aDryRunLeavesNothingToDecide() {
        RegistrationForm form = RegistrationForm.filled().with("/returnedOn", "'2022-09-25'");
        register(form);

        sending(BatchFormat.LINES)
                .queryParam("dry-run", true)
                .body(utf8(form.with("/key", "'" + UUID.randomUUID() + "'").json()))
                .post(PATH);

        assertThat(intake().get("/v1/returns?undecided=true&returnedOn=2022-09-25")
                        .<List<String>>path("items.caseId"))
                .isEmpty();
    }
}
