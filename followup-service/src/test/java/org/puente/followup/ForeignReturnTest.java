package org.puente.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.puente.contracts.ReturnFact.Amended;
import org.puente.followup.cases.CaseIntake;
import org.puente.platform.inbox.FactRefused;
import org.puente.platform.json.Json;
import org.puente.platform.persistence.UnitOfWork;

/** A case stays with the institution that registered it, whatever another of the node publishes under its id. */
@QuarkusTest
class ForeignReturnTest extends FollowUpServiceTestBase {
    private static final String STRANGER = "hnd-stranger";

    @Inject
    CaseIntake intake;

    @Inject
    UnitOfWork work;

    @Test
    void aNewerStateByAnotherInstitutionIsPutAside() {
        Person person = planned(Person.goingTo("HN-CR"));

        publish(byAnother(person));

        await().atMost(SOON)
                .until(() -> "foreign-party"
                        .equals(query("select cause from dead_letter where record_key = '" + person.caseId() + "'")));
        assertThat(plan(person, STRANGER).statusCode()).isEqualTo(404);
        assertThat(plan(person, RECEPTION).statusCode()).isEqualTo(200);
    }

    @Test
    void ofTwoInstitutionsInOneBatchNeitherIsKeptUnseen() {
        Person person = Person.goingTo("HN-CR");

        assertThatThrownBy(() -> VertxContextSupport.subscribeAndAwait(() ->
                        work.run(session -> intake.take(session, List.of(person.registered(), byAnother(person))))))
                .isInstanceOf(FactRefused.class);
        assertThat(plan(person, STRANGER).statusCode()).isEqualTo(404);
    }

    private static Amended byAnother(Person person) {
        ObjectNode json = Json.mapper().valueToTree(person.amended(2, "HN-CR"));
        return Json.read(json.put("institution", STRANGER).toString(), Amended.class);
    }
}
