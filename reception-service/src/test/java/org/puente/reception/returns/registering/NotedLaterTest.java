package org.puente.reception.returns.registering;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;
import org.puente.contracts.CaseId;
import org.puente.contracts.InstitutionId;
import org.puente.platform.ids.Ids;
import org.puente.platform.json.Json;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.reception.ReceptionTest;
import org.puente.reception.RegistrationForm;
import org.puente.reception.returns.Registration;

/** A batch notes after a while who may be the same; a desk may change somebody before. */
@QuarkusTest
class NotedLaterTest extends ReceptionTest {
    @Inject
    UnitOfWork work;

    @Inject
    ReturnPreparation preparation;

    @Inject
    ReturnWriter writer;

    private final CaseId caseId = new CaseId(Ids.next());
    private final RegistrationForm form = RegistrationForm.filled();
    private String alike;
    private StoredReturns stored;
    private List<StoredReturn> compared;

    @Test
    void whoIsTheSameAsWhenTheyWereComparedIsNoted() throws Throwable {
        storeAndCompare();

        note();

        assertThat(waiting()).isEqualTo(2);
        assertThat(due()).isZero();
    }

    @Test
    void whatAnAmendmentHasFoundIsNotOverwritten() throws Throwable {
        storeAndCompare();
        amend("{'person': {'givenNames': 'Ramona', 'familyNames': 'Ixchel', 'birthDate': '1970-07-07'}}");

        note();

        assertThat(waiting()).isZero();
        assertThat(due()).isZero();
    }

    @Test
    void whoWasChangedInWhatIsNotComparedStaysDue() throws Throwable {
        storeAndCompare();
        execute("update return_case set version = version + 1 where case_id = '" + caseId + "'");

        note();

        assertThat(waiting()).isZero();
        assertThat(due()).isOne();
    }

    private void storeAndCompare() throws Throwable {
        alike = register(form.copy().with("/returnedOn", "'2023-03-01'")).path("caseId");
        Registration registration = Json.read(form.json(), Registration.class);
        stored = run(session -> {
            NewReturn made = writer.matched(preparation.prepared(caseId, registration, 1));
            return writer.store(session, new InstitutionId("gtm-igm"), List.of(made))
                    .call(found -> writer.noteLater(session, found));
        });
        compared = stored.compared();
        assertThat(due()).isOne();
    }

    private void note() throws Throwable {
        run(session -> writer.noteNow(session, stored, compared));
    }

    private <T> T run(Function<Mutiny.Session, Uni<T>> action) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> work.run(action));
    }

    private void amend(String patch) {
        intake().contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(patch.replace('\'', '"'))
                .patch("/v1/returns/" + caseId)
                .then()
                .statusCode(200);
    }

    private long waiting() {
        return count("select count(*) from possible_match where '" + alike + "' in (case_id, other_case_id)");
    }

    private long due() {
        return count("select count(*) from return_case where match_due and case_id = '" + caseId + "'");
    }
}
