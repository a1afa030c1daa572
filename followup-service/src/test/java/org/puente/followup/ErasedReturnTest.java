package org.puente.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.puente.contracts.Envelope;
import org.puente.contracts.FactType;
import org.puente.contracts.FollowUpFact.CaseClosed;
import org.puente.contracts.FollowUpFact.Planned;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.contracts.ReturnFact;
import org.puente.contracts.Source;
import org.puente.platform.json.Json;
import org.puente.platform.testing.TestClock;
import org.puente.platform.testing.Wire;

/** What is left here of a return that reception has erased. */
@QuarkusTest
class ErasedReturnTest extends VisitDossierTestBase {
    @Test
    void theAnswersOfItsVisitsAreErased() {
        Person person = visited();

        publish(erased(person));

        await().atMost(SOON).until(() -> sheets(person).equals("0"));
        assertThat(plan(person, RECEPTION).<String>path("items[0].status")).isEqualTo("completed");
    }

    @Test
    void theErasureStandsInTheAuditOnceHoweverOftenItComes() {
        Person person = visited();
        ReturnFact.Erased erased = erased(person);

        publish(erased);
        publish(erased);
        UUID last = Wire.publish("hnd", "reception", erased(person));

        await().atMost(SOON).until(() -> query("select 1 from inbox where id = '" + last + "'") != null);
        assertThat(audited(person)).isEqualTo("1");
        assertThat(letters(person)).isEqualTo("0");
    }

    @Test
    void noVisitIsRecordedAfterIt() {
        Person person = Person.goingTo("HN-CR");
        String followUp = due(person);

        publish(erased(person));

        awaited(person.caseId(), CaseClosed.class, 1);
        assertThat(visit(followUp, MUNICIPAL, ANSWERED).statusCode()).isEqualTo(409);
        assertThat(sheets(person)).isEqualTo("0");
    }

    @Test
    void nothingIsPlannedAndNobodyVisitedWhereItComesBeforeItsReturn() {
        Person person = Person.goingTo("HN-CR");
        publish(erased(person));
        await().atMost(SOON).until(() -> query("select 1 from erased_return" + of(person)) != null);

        publish(person.registered(), person.consents(null));
        taken(sealed(person, "Zenaida"));
        await().atMost(SOON).until(() -> audited(person).equals("1"));
        settled(person);
        await().atMost(SOON).until(() -> !isHeld(person));
        planned(Person.goingTo("HN-CR")); // the clock went on
        assertThat(published(person.caseId(), Planned.class)).isEmpty();
    }

    @Test
    void theDossierForVisitsGoesAndNoOtherIsKept() {
        Person person = visitable(Person.goingTo("HN-CR"));

        publish(erased(person));
        await().atMost(SOON).until(() -> !isHeld(person));

        taken(sealed(person, "Zenaida"));
        await().atMost(SOON).until(() -> !isHeld(person));
    }

    @Test
    void anotherInstitutionErasesNothing() {
        Person person = visited();

        publish(new ReturnFact.Erased(person.caseId(), new InstitutionId("hnd-stranger"), TestClock.now()));

        await().atMost(SOON).until(() -> "foreign-party".equals(cause(person)));
        assertThat(sheets(person)).isEqualTo("1");
        publish(erased(person)); // whose it is does
        await().atMost(SOON).until(() -> sheets(person).equals("0"));
    }

    @Test
    void anotherInstitutionErasesNothingAheadOfTheReturnEither() {
        Person person = Person.goingTo("HN-CR");
        publish(new ReturnFact.Erased(person.caseId(), new InstitutionId("hnd-stranger"), TestClock.now()));

        assertThat(sheets(visited(person))).isEqualTo("1");
        assertThat(audited(person)).isEqualTo("0");
    }

    /** The broker lets another node write nothing here at all ({@link HostileNodeTest}). */
    @Test
    void anotherNodeErasesNothing() {
        Person person = visited();
        ReturnFact.Erased claim = erased(person);
        Envelope envelope = new Envelope(
                UUID.randomUUID(),
                new Source(new NodeId("mex"), "reception"),
                FactType.of(claim),
                claim.subject(),
                Instant.now(),
                null);

        Wire.put("hnd", "puente.hnd.returns", claim.subject(), envelope.headers(), Json.write(claim));

        await().atMost(SOON).until(() -> "foreign-source".equals(cause(person)));
        assertThat(sheets(person)).isEqualTo("1");
    }

    private static ReturnFact.Erased erased(Person person) {
        return new ReturnFact.Erased(person.caseId(), Person.RECEPTION, TestClock.now());
    }

    private Person visited() {
        return visited(Person.goingTo("HN-CR"));
    }

    private Person visited(Person person) {
        visit(due(person), MUNICIPAL, ANSWERED).then().statusCode(200);
        assertThat(sheets(person)).isEqualTo("1");
        return person;
    }

    private static String sheets(Person person) {
        return query("select count(*) from answer_sheet join follow_up on id = follow_up_id" + of(person));
    }

    private static String audited(Person person) {
        return query("select count(*) from audit where action = 'return.erased' and actor = '/hnd/followup'"
                + " and institution = '" + RECEPTION + "' and subject = '" + person.caseId() + "'");
    }

    private static String letters(Person person) {
        return query("select count(*) from dead_letter where record_key = '" + person.caseId() + "'");
    }

    private static String cause(Person person) {
        return query("select cause from dead_letter where record_key = '" + person.caseId() + "'");
    }

    private static String of(Person person) {
        return " where case_id = '" + person.caseId() + "'";
    }
}
