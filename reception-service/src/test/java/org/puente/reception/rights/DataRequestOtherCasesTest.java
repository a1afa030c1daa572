package org.puente.reception.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.puente.reception.RegistrationForm;

/** What other institutions that hold a case of the person learn of a request. */
@QuarkusTest
class DataRequestOtherCasesTest extends DataRequestTestBase {
    private final RegistrationForm form = RegistrationForm.filled().document("dui", RegistrationForm.dui());

    @Test
    void asksEachInstitutionThatHoldsACaseOfThePersonForItself() {
        String here = caseOf(form);
        String there = caseElsewhere(form);

        Response asked = ask(here, "erasure", "\"details\": \"Solo para ustedes\"");

        assertThat(asked.asString()).doesNotContain(there, "gtm-other");
        Response other = requestsElsewhere(there);
        assertThat(other.<List<String>>path("items.kind")).containsExactly("erasure");
        assertThat(other.<List<String>>path("items.source")).containsExactly("another-case");
        Response whole = by("gtm-other").get("/v1/data-requests/" + other.path("items[0].requestId"));
        assertThat(whole.asString()).doesNotContain("Solo para ustedes", here, "gtm-igm");
    }

    @Test
    void tellsNoOtherInstitutionWhatIsWrongHere() {
        String here = caseOf(form);
        String there = caseElsewhere(form);
        ask(here, "rectification", "");

        assertThat(rows(there)).isZero();
    }

    @Test
    void tellsAnotherInstitutionNotWhenItWasAskedHere() {
        String here = caseOf(form);
        String there = caseElsewhere(form);
        String id = id(ask(here, "erasure", "\"receivedOn\": \"" + today().minusDays(3) + "\""));

        Response other = requestsElsewhere(there);
        assertThat(other.<String>path("items[0].receivedOn")).isEqualTo(today().toString());
        assertThat(count("select count(*) from data_request one join data_request two using (received_at)"
                        + " where one.id = '" + id + "' and two.case_id = '" + there + "'"))
                .isZero();
    }
}
