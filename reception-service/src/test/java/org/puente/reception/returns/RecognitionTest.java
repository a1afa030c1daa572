package org.puente.reception.returns;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.puente.reception.Form;
import org.puente.reception.ReceptionTest;

@QuarkusTest
class RecognitionTest extends ReceptionTest {

    @Test
    void knowsAPersonAgainByADocument() {
        String dui = Form.dui();
        String first = person(Form.filled().document("dui", dui));

        assertThat(person(Form.filled().document("dui", dui.replace("-", " ")))).isEqualTo(first);
    }

    @Test
    void knowsAPersonAgainByEveryDocumentThatTheyEverBrought() {
        String known = Form.dui();
        String first = person(Form.filled().document("dui", known));
        person(
                Form.filled()
                        .with(
                                "/person/documents",
                                "[{'kind': 'dui', 'number': '%s'}, {'kind': 'passport', 'number': 'P%s'}]"
                                        .formatted(known, known)));

        assertThat(person(Form.filled().document("passport", "P" + known))).isEqualTo(first);
    }

    @Test
    void takesPeopleWithoutPapersForDifferentPeople() {
        Form form = Form.filled();

        assertThat(person(form)).isNotEqualTo(person(form));
    }

    @Test
    void doesNotKnowAnybodyByANumberThatFailsItsCheck() {
        Form form = Form.filled().document("dui", "00000000-0");

        assertThat(person(form)).isNotEqualTo(person(form));
    }

    @Test
    void countsTheEarlierReturnsOfAPerson() {
        String dui = Form.dui();
        register(Form.filled().document("dui", dui).with("/returnedOn", "'2024-03-01'"));
        register(Form.filled().document("dui", dui).with("/returnedOn", "'2024-09-01'"));
        String third =
                register(Form.filled().document("dui", dui).with("/returnedOn", "'2024-06-01'"))
                        .path("caseId");

        assertThat(awaitRegistered(third).priorReturns()).isEqualTo(1);
    }

    @Test
    void makesOnePersonOfTwoRegistrationsAtOnceWithTheSameNewDocument() throws Exception {
        String dui = Form.dui();
        Callable<Response> call = () -> register(Form.filled().document("dui", dui));
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Future<Response>> answers =
                    threads.invokeAll(List.of(call, call, call, call, call, call));

            assertThat(answers)
                    .extracting(answer -> answer.get().path("personId").toString())
                    .containsOnly(answers.getFirst().get().path("personId").toString());
            assertThat(answers)
                    .extracting(
                            answer -> awaitRegistered(answer.get().path("caseId")).priorReturns())
                    .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5);
        }
    }

    @Test
    void joinsNobodyWhereDocumentsAreKnownOfTwoPeople() {
        String one = Form.dui();
        String other = Form.dui();
        String first = person(Form.filled().document("dui", one));
        person(Form.filled().document("dui", other));

        Response both =
                register(
                        Form.filled()
                                .with(
                                        "/person/documents",
                                        "[{'kind': 'dui', 'number': '%s'}, {'kind': 'dui', 'number': '%s'}]"
                                                .formatted(one, other)));

        assertThat(both.<String>path("personId")).isEqualTo(first);
        assertThat(codes(both)).contains("documents-of-two-people");
    }

    @Test
    void warnsOfANumberThatFailsItsCheckAndNamesTheField() {
        Response response = register(Form.filled().document("cui", "3518190960515"));

        assertThat(response.<String>path("warnings[0].code")).isEqualTo("document-check-failed");
        assertThat(response.<String>path("warnings[0].pointer"))
                .isEqualTo("/person/documents/0/number");
        assertThat(response.<String>path("warnings[0].detail")).contains("CUI");
    }

    @Test
    void warnsInTheLanguageOfTheRequest() {
        Response response =
                intake().header("Accept-Language", "es-GT,es;q=0.9")
                        .body(Form.filled().document("cui", "3518190960515").json())
                        .post("/v1/returns");

        assertThat(response.<String>path("warnings[0].detail"))
                .startsWith("El número no es válido");
    }

    @Test
    void warnsOfTheSameNameBirthAndSexWithinThreeDays() {
        Form form = Form.filled();
        String first = register(form).path("caseId");

        Response again = register(form.with("/returnedOn", "'2025-01-05'"));

        assertThat(codes(again)).containsExactly("possible-earlier-registration");
        assertThat(again.<String>path("warnings[0].detail")).contains(first);
    }

    @Test
    void saysNothingOfAnEarlierRegistrationByAnotherInstitutionButThatThereIsOne() {
        Form form = Form.filled();
        String first =
                by("gtm-other")
                        .body(form.with("/receptionPoint", "'gtm-other-desk'").json())
                        .post("/v1/returns")
                        .path("caseId");

        Response again = register(form.with("/receptionPoint", "'gtm-fag'"));

        assertThat(codes(again)).containsExactly("possible-earlier-registration");
        assertThat(again.asString()).doesNotContain(first, "gtm-other");
    }

    @Test
    void doesNotWarnOfAReturnFourDaysApart() {
        Form form = Form.filled();
        register(form);

        assertThat(codes(register(form.with("/returnedOn", "'2025-01-06'")))).isEmpty();
    }

    private static String person(Form form) {
        return register(form).path("personId");
    }

    private static List<String> codes(Response response) {
        return response.path("warnings.code");
    }
}
