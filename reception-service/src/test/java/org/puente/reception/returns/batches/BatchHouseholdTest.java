package org.puente.reception.returns.batches;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.contracts.Profile;
import org.puente.platform.ids.Ids;
import org.puente.reception.RegistrationForm;

/** Rows of a batch name each other as responsible, by ids that the client has made. */
@QuarkusTest
class BatchHouseholdTest extends BatchTestBase {
    private final String mother = Ids.next().toString();
    private final String household = UUID.randomUUID().toString();

    private RegistrationForm adult() {
        return row().with("/caseId", "'" + mother + "'").with("/household/id", "'" + household + "'");
    }

    private RegistrationForm child(String relation) {
        return row().with("/household/id", "'" + household + "'")
                .with("/person/birthDate", "'2015-01-01'")
                .with("/profiles", "[]")
                .with("/consent/givenBy", "'guardian'")
                .with("/responsible", "[{'caseId': '" + mother + "', 'relation': '" + relation + "'}]");
    }

    @Test
    void aChildMayStandBeforeItsMother() {
        Answer answer = send(child("parent"), adult());

        assertThat(answer.results()).doesNotContain("refused");
        assertThat(awaitRegistered(answer.rows().getFirst().get("caseId").asText())
                        .profiles())
                .isEmpty();
    }

    @Test
    void whatFollowsFromTheRelationIsPublished() {
        Answer answer = send(adult(), child("other-adult"));

        assertThat(awaitRegistered(answer.rows().get(1).get("caseId").asText()).profiles())
                .containsExactly(Profile.SEPARATED_CHILD);
    }

    @Test
    void aChildWhoseAdultIsRefusedIsRefusedAndComesInOnceTheAdultDoes() {
        RegistrationForm child = child("parent");
        RegistrationForm adult = adult();
        String bad = adult.text("/person/sex");

        Answer first = send(adult.with("/person/sex", "'W'"), child);
        assertThat(first.results()).containsExactly("refused", "refused");
        assertThat(first.rows().get(1).at("/errors/0/code").asText()).isEqualTo("responsible-unknown");
        Answer mended = send(adult.with("/person/sex", "'" + bad + "'"), child);
        assertThat(mended.results()).doesNotContain("refused");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aChildMayStandBeforeItsMotherHoweverManyRowsLieBetween(boolean dryRun) {
        List<RegistrationForm> rows = new ArrayList<>(rows(300));
        rows.addFirst(child("parent"));
        rows.add(adult());

        Answer answer = Answer.of(sending(BatchFormat.LINES)
                .body(utf8(lines(rows)))
                .queryParam("dry-run", dryRun)
                .post(PATH));

        assertThat(answer.rows()).hasSize(302);
        assertThat(answer.results()).containsOnly("created");
        assertThat(answer.rows()).extracting(row -> row.get("row").asInt()).doesNotHaveDuplicates();
    }

    @Test
    void aChildWhoseMotherDoesNotComeIsRefusedOnce() {
        List<RegistrationForm> rows = new ArrayList<>(rows(300));
        rows.addFirst(child("parent"));

        Answer answer =
                Answer.of(sending(BatchFormat.LINES).body(utf8(lines(rows))).post(PATH));

        assertThat(answer.rows()).hasSize(301);
        assertThat(answer.results()).filteredOn("refused"::equals).hasSize(1);
        assertThat(answer.rows().getLast().at("/errors/0/code").asText()).isEqualTo("responsible-unknown");
    }

    @Test
    void aDryRunKnowsTheAdultsOfEarlierRows() {
        List<RegistrationForm> rows = new ArrayList<>(rows(300));
        rows.addFirst(adult());
        rows.add(child("parent"));

        Answer dry = Answer.of(sending(BatchFormat.LINES)
                .body(utf8(lines(rows)))
                .queryParam("dry-run", "true")
                .post(PATH));

        assertThat(dry.results()).doesNotContain("refused");
    }

    @Test
    void aTableHasColumnsForThem() {
        String sheet =
                "key,caseId,givenNames,familyNames,ageYears,sex,nationality,returnedOn,receptionPoint,returnedFrom,"
                        + "will,householdId,responsible1CaseId,responsible1Relation,nobodyResponsible,consentPurposes,"
                        + "consentScope,consentGivenBy\n"
                        + "a-%1$s,%2$s,Zoila,Pum,40,F,HND,2025-01-02,gtm-fag,USA,forced,%3$s,,,,referral,region,self\n"
                        + "b-%1$s,,Abril,Pum,9,F,HND,2025-01-02,gtm-fag,USA,forced,%3$s,%2$s,other-relative,,referral,region,guardian\n"
                        + "c-%1$s,,Luz,Pum,8,F,HND,2025-01-02,gtm-fag,USA,forced,%3$s,,,sí,referral,region,guardian\n";

        Answer answer =
                Answer.of(post(BatchFormat.VALUES, utf8(sheet.formatted(UUID.randomUUID(), mother, household))));

        assertThat(answer.results()).doesNotContain("refused");
        assertThat(awaitRegistered(answer.rows().get(1).get("caseId").asText()).profiles())
                .containsExactly(Profile.SEPARATED_CHILD);
        assertThat(awaitRegistered(answer.rows().get(2).get("caseId").asText()).profiles())
                .containsExactly(Profile.UNACCOMPANIED_CHILD);
    }
}
