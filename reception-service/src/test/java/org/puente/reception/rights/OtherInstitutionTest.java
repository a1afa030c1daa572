package org.puente.reception.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.puente.reception.RegistrationForm;

/** What another institution of the node, which holds several cases of the person, is asked. */
@QuarkusTest
class OtherInstitutionTest extends DataRequestTestBase {
    private final RegistrationForm form = RegistrationForm.filled().document("dui", RegistrationForm.dui());

    @Test
    void isAskedOnceAboutItsNewestCase() {
        String here = caseOf(form);
        List<String> there = casesThere();
        ask(here, "access", "").then().statusCode(201);

        List<String> asked = new ArrayList<>();
        there.forEach(caseId -> asked.addAll(requestsElsewhere(caseId).<List<String>>path("items.caseId")));
        assertThat(asked).containsExactly(there.getLast());
    }

    @Test
    void isToldOfItsOtherCasesInThatOneRequest() {
        String here = caseOf(form);
        List<String> there = casesThere();
        ask(here, "access", "").then().statusCode(201);

        String id = requestsElsewhere(there.getLast()).path("items[0].requestId");
        assertThat(by("gtm-other").get("/v1/data-requests/" + id).<List<String>>path("otherCases"))
                .containsExactlyInAnyOrderElementsOf(there.subList(0, 3));
    }

    private List<String> casesThere() {
        return Stream.generate(() -> caseElsewhere(form)).limit(4).toList();
    }
}
