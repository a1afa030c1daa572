package org.puente.reception.returns.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.puente.contracts.ReturnFact;
import org.puente.platform.testing.Wire;
import org.puente.reception.ReceptionTest;
import org.puente.reception.RegistrationForm;

/** A person stands here in the clear, and so not for ever. */
@QuarkusTest
class RetentionTest extends ReceptionTest {
    private static final String OF = " where case_id = '%s'";

    @Inject
    Retention retention;

    private String document;

    @BeforeEach
    void aDocumentThatNobodyHas() {
        document = RegistrationForm.dui();
    }

    @Test
    void erasesWhoseCaseHasNotChangedForFiveYears() throws Throwable {
        String old = registeredIn(2015, "2015-06-01");
        erase();
        assertThat(rows("return_case", old)).isZero();
        assertThat(rows("consent", old)).isZero();
        assertThat(rows("person_document", old)).isZero();
        assertThat(rows("case_fact", old)).isZero();
    }

    @Test
    void takesBackWhatIsStillSealed() throws Throwable {
        String old = registeredIn(2015, "2015-06-01");
        erase();
        awaitEmptyOutbox();
        assertThat(Wire.dump(DOSSIERS).stream()
                        .filter(record -> record.value().contains(old))
                        .map(record -> Wire.header(record, "ce_type")))
                .containsExactly("org.puente.dossier.erased.v1", "org.puente.dossier.erased.v1");
    }

    @Test
    void keepsWhoseReturnWasAmendedSince() throws Throwable {
        String old = registeredIn(2015, today().minusYears(5).plusDays(2).toString());
        erase();
        assertThat(rows("return_case", old)).isOne();
    }

    @Test
    void keepsOfWhomAServiceHasPublishedAFactSince() throws Throwable {
        String old = registeredIn(2015, "2015-06-01");
        execute("insert into case_fact (id, case_id, heard) values (gen_random_uuid(), '%s', '{}')".formatted(old));
        erase();
        assertThat(rows("return_case", old)).isOne();
    }

    /** Else any node that once had to do with a case keeps its person here for good. */
    @Test
    void erasesOfWhomOnlyAnotherNodeHasPublishedAFactSince() throws Throwable {
        String old = registeredIn(2015, "2015-06-01");
        execute("insert into case_fact (id, case_id, source, heard) values"
                + " (gen_random_uuid(), '%s', 'mex', '{}')".formatted(old));
        erase();
        assertThat(rows("return_case", old)).isZero();
    }

    /** A consent may still stand; whoever holds something of the case has to learn of it. */
    @Test
    void publishesThatTheReturnIsErased() throws Throwable {
        String old = registeredIn(2015, "2015-06-01");
        erase();
        awaitEmptyOutbox();
        assertThat(Wire.facts(RETURNS, old, ReturnFact.Erased.class)).hasSize(1);
    }

    @Test
    void keepsADocumentThatAnotherReturnOfThePersonNames() throws Throwable {
        String old = registeredIn(2015, "2015-06-01");
        String later = register(
                        RegistrationForm.filled().document("dui", document).with("/consent/purposes", "['statistics']"))
                .path("caseId");
        execute(("update return_case set person_id = (select person_id from return_case where"
                        + " case_id = '%s')"
                        + OF)
                .formatted(old, later));
        erase();
        assertThat(rows("return_case", old)).isZero();
        assertThat(rows("person_document", later)).isOne();
    }

    @Test
    void keepsAChildNoLongerBecauseTheReturnOfItsAdultEnds() throws Throwable {
        String old = registeredIn(2015, "2015-06-01");
        String household = UUID.randomUUID().toString();
        String child = register(RegistrationForm.filled()
                        .with("/person/birthDate", "'2015-01-01'")
                        .with("/profiles", "[]")
                        .with("/consent/givenBy", "'guardian'")
                        .with("/household", "{'id': '" + household + "'}"))
                .path("caseId");
        execute(("update return_case set household_id = '%s'" + OF).formatted(household, old));
        execute(("update return_case set content = cast(jsonb_set(cast(content as jsonb), '{responsible}',"
                        + " '[{\"caseId\": \"%s\", \"relation\": \"parent\"}]') as text)" + OF)
                .formatted(old, child));

        erase();

        assertThat(count(("select count(*) from return_case" + OF + " and version = 2 and modified_at = registered_at"
                                + " and content not like '%%" + old + "%%'")
                        .formatted(child)))
                .isOne();
    }

    @Test
    void erasesWhoAsksForItOnceNoConsentStands() {
        Response registered = register(RegistrationForm.filled().document("dui", document));
        String caseId = registered.path("caseId");
        assertThat(delete(caseId, "\"1\"")).isEqualTo(409);
        intake().delete("/v1/returns/" + caseId + "/consents/" + registered.<String>path("consentId"))
                .then()
                .statusCode(204);
        assertThat(delete(caseId, null)).isEqualTo(428);
        assertThat(delete(caseId, "\"1\"")).isEqualTo(412);
        assertThat(delete(caseId, "\"2\"")).isEqualTo(204);
        assertThat(delete(caseId, "\"2\"")).isEqualTo(404);
        assertThat(intake().get("/v1/returns/" + caseId).statusCode()).isEqualTo(404);
        assertThat(rows("person_document", caseId)).isZero();
        assertThat(count("select count(*) from audit where action = 'return.erased' and"
                        + " subject = '"
                        + caseId
                        + "'"))
                .isOne();
    }

    @Test
    void erasesTheHelpAndTheTimesOfWhoAsksForIt() {
        Response registered = register(RegistrationForm.filled().with("/consent/purposes", "['statistics']"));
        String caseId = registered.path("caseId");
        intake().body("{\"kinds\": [\"food\"]}").post("/v1/returns/" + caseId + "/help");
        intake().body("{}").put("/v1/returns/" + caseId + "/departure");
        intake().delete("/v1/returns/" + caseId + "/consents/" + registered.<String>path("consentId"));

        assertThat(delete(caseId, "\"2\"")).isEqualTo(204);
        assertThat(rows("help_recipient", caseId)).isZero();
        assertThat(rows("reception_departure", caseId)).isZero();
    }

    @Test
    void erasesNobodyForAnotherInstitution() {
        String caseId = register(RegistrationForm.filled()).path("caseId");
        assertThat(by("gtm-other")
                        .header("If-Match", "*")
                        .delete("/v1/returns/" + caseId)
                        .statusCode())
                .isEqualTo(404);
        assertThat(rows("return_case", caseId)).isOne();
    }

    private static int delete(String caseId, String etag) {
        var request = intake();
        if (etag != null) {
            request.header("If-Match", etag);
        }
        return request.delete("/v1/returns/" + caseId).statusCode();
    }

    /** A copy of a return of today, put where one of that year would stand. */
    private String registeredIn(int year, String modifiedOn) {
        String caseId =
                register(RegistrationForm.filled().document("dui", document)).path("caseId");
        long time = java.time.LocalDate.of(year, 1, 1).toEpochDay() * 86_400_000L;
        String old = new UUID(time << 16 | 0x7000, UUID.randomUUID().getLeastSignificantBits()).toString();
        execute("""
                insert into return_case select (json_populate_record(null::return_case, cast(
                    to_jsonb(r) || '{"case_id": "%s", "status_mark": null,
                                     "modified_at": "%sT00:00:00Z"}' as json))).*
                from return_case r where case_id = '%s'
                """.formatted(old, modifiedOn, caseId));
        for (String table : new String[] {"consent", "person_document", "case_fact"}) {
            execute(("update " + table + " set case_id = '%s'" + OF).formatted(old, caseId));
        }
        execute(("delete from return_case" + OF).formatted(caseId));
        return old;
    }

    private void erase() throws Throwable {
        VertxContextSupport.subscribeAndAwait(retention::tick);
    }

    private long rows(String table, String caseId) {
        return count(("select count(*) from " + table + OF).formatted(caseId));
    }
}
