package org.puente.reception.returns.registering;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.puente.platform.ids.Ids;
import org.puente.reception.RegistrationForm;

/** A client without network makes the ids of the cases, and knows when it wrote them down. */
@QuarkusTest
class HouseholdIdsTest extends Households {
    private final String mother = Ids.next().toString();
    private final String nephew = Ids.next().toString();

    @Test
    void takesTheCaseIdsThatAClientMade() {
        Response answer = post(identified());

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        assertThat(caseOf(answer, "mother")).isEqualTo(mother);
        assertThat(caseOf(answer, "nephew")).isEqualTo(nephew);
        assertThat(caseOf(answer, "child")).isNotIn(mother, nephew);
        assertThat(answer.header("Location")).endsWith("/v1/returns/" + mother);
    }

    @Test
    void aMemberNamesAnotherByItsKeyOrByTheIdThatTheClientMade() {
        ObjectNode form = identified();
        ((ObjectNode) member(form, 2).at("/responsible/0"))
                .put("caseId", mother)
                .remove("member");

        Response answer = post(form);

        for (String key : List.of("child", "nephew")) {
            assertThat(intake().get("/v1/returns/" + caseOf(answer, key)).<String>path("responsible[0].caseId"))
                    .isEqualTo(mother);
        }
    }

    @Test
    void keepsWhenTheDeskWroteItDown() {
        ObjectNode form = family();
        form.withObject("shared").put("happenedAt", "2025-01-02T15:04:05Z");
        member(form, 1).put("happenedAt", "2025-01-02T15:10:00Z");

        Response answer = post(form);

        assertThat(happenedAt(answer, "mother")).isEqualTo("2025-01-02T15:04:05Z");
        assertThat(happenedAt(answer, "child")).isEqualTo("2025-01-02T15:10:00Z");
    }

    @Test
    void refusesTheSameHouseholdUnderAnotherKeyAndRegistersNobodyTwice() {
        ObjectNode form = identified();
        post(form);
        long before = count("select count(*) from return_case");

        Response again = post(form);

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.<String>path("type")).endsWith("case-id-taken");
        assertThat(again.<List<String>>path("errors.pointer"))
                .containsExactly("/members/0/caseId", "/members/2/caseId");
        assertThat(again.<List<String>>path("errors.code")).containsOnly("case-id-taken");
        assertThat(count("select count(*) from return_case")).isEqualTo(before);
    }

    @Test
    void refusesTheIdOfAMemberWhoseReturnWasErased() {
        ObjectNode form = identified();
        eraseNephew(post(form));

        Response again = post(with(1, nephew));

        assertThat(again.statusCode()).as(again.asString()).isEqualTo(409);
        assertThat(again.<List<String>>path("errors.pointer")).containsExactly("/members/1/caseId");
    }

    @Test
    void refusesAHouseholdWithAnErasedMemberUnderTheKeyOfItsRegistration() {
        ObjectNode form = identified();
        String key = UUID.randomUUID().toString();
        eraseNephew(post(form, key));

        Response again = post(form, key);

        assertThat(again.statusCode()).as(again.asString()).isEqualTo(409);
        assertThat(again.<String>path("type")).endsWith("case-id-taken");
        assertThat(again.<List<String>>path("errors.pointer")).containsExactly("/members/2/caseId");
    }

    @Test
    void answersTheSameUnderTheSameKey() {
        ObjectNode form = identified();
        String key = UUID.randomUUID().toString();

        assertThat(post(form, key).asString()).isEqualTo(post(form, key).asString());
    }

    @Test
    void refusesTheIdOfAnotherInstitutionsReturnInTheSameWords() {
        String foreign = by("gtm-other")
                .body(RegistrationForm.filled()
                        .with("/receptionPoint", "'gtm-other-desk'")
                        .json())
                .post("/v1/returns")
                .path("caseId");
        String own = register(RegistrationForm.filled()).path("caseId");

        Response ofAnother = post(with(1, foreign));
        Response ofItsOwn = post(with(1, own));

        assertThat(ofAnother.statusCode()).isEqualTo(409);
        assertThat(ofAnother.<String>path("errors[0].pointer")).isEqualTo("/members/1/caseId");
        assertThat(ofAnother.asString()).isEqualTo(ofItsOwn.asString());
    }

    @Test
    void refusesAnIdThatTwoMembersHave() {
        ObjectNode form = identified();
        member(form, 1).put("caseId", mother);

        Response refused = post(form);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<List<String>>path("errors.pointer")).containsExactly("/members/1/caseId");
        assertThat(refused.<List<String>>path("errors.code")).containsExactly("case-id-taken");
    }

    @Test
    void registersOnceWhereTheSameIdsComeAtOnceWithoutAKey() throws Exception {
        ObjectNode form = identified();
        long before = count("select count(*) from return_case");
        Callable<Response> call = () -> intake().body(form.toString()).post("/v1/returns/households");
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Integer> statuses = threads.invokeAll(Collections.nCopies(4, call)).stream()
                    .map(Future::resultNow)
                    .map(Response::statusCode)
                    .toList();

            assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409, 409);
        }
        assertThat(count("select count(*) from return_case")).isEqualTo(before + 3);
    }

    private void eraseNephew(Response registered) {
        String consent = registered.path("members.find { it.caseId == '" + nephew + "' }.consentId");
        intake().delete("/v1/returns/" + nephew + "/consents/" + consent).then().statusCode(204);
        intake().header("If-Match", "*").delete("/v1/returns/" + nephew).then().statusCode(204);
    }

    /** The child has an id that the service makes. */
    private ObjectNode identified() {
        ObjectNode form = with(0, mother);
        member(form, 2).put("caseId", nephew);
        return form;
    }

    private static ObjectNode with(int member, String caseId) {
        ObjectNode form = family();
        member(form, member).put("caseId", caseId);
        return form;
    }

    private static String happenedAt(Response answer, String key) {
        return intake().get("/v1/returns/" + caseOf(answer, key)).path("happenedAt");
    }
}
