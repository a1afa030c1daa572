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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.reception.ReceptionTest;
import org.puente.reception.RegistrationForm;

@QuarkusTest
class RecognitionTest extends ReceptionTest {

    @Test
    void knowsAPersonAgainByADocument() {
        String dui = RegistrationForm.dui();
        RegistrationForm form = RegistrationForm.filled();
        String first = person(form.document("dui", dui));

        assertThat(person(form.document("dui", dui.replace("-", " ")))).isEqualTo(first);
    }

    @Test
    void knowsAPersonAgainByEveryDocumentThatTheyEverBrought() {
        String known = RegistrationForm.dui();
        RegistrationForm form = RegistrationForm.filled();
        String first = person(form.document("dui", known));
        person(form.with(
                "/person/documents",
                "[{'kind': 'dui', 'number': '%s'}, {'kind': 'passport', 'number': 'P%s'}]".formatted(known, known)));

        assertThat(person(form.document("passport", "P" + known))).isEqualTo(first);
    }

    @Test
    void takesPeopleWithoutPapersForDifferentPeople() {
        RegistrationForm form = RegistrationForm.filled();

        assertThat(person(form)).isNotEqualTo(person(form));
    }

    @Test
    void doesNotKnowAnybodyByANumberThatFailsItsCheck() {
        RegistrationForm form = RegistrationForm.filled().document("dui", "00000000-0");

        assertThat(person(form)).isNotEqualTo(person(form));
    }

    @Test
    void countsTheEarlierReturnsOfAPerson() {
        RegistrationForm form = RegistrationForm.filled().document("dui", RegistrationForm.dui());
        register(form.with("/returnedOn", "'2024-03-01'"));
        register(form.with("/returnedOn", "'2024-09-01'"));
        String third = register(form.with("/returnedOn", "'2024-06-01'")).path("caseId");

        assertThat(awaitRegistered(third).priorReturns()).isEqualTo(1);
    }

    @Test
    void makesOnePersonOfTwoRegistrationsAtOnceWithTheSameNewDocument() throws Exception {
        RegistrationForm form = RegistrationForm.filled().document("dui", RegistrationForm.dui());
        Callable<Response> call = () -> register(form);
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Future<Response>> answers = threads.invokeAll(List.of(call, call, call, call, call, call));

            assertThat(answers)
                    .extracting(answer -> answer.get().path("personId").toString())
                    .containsOnly(answers.getFirst().get().path("personId").toString());
            assertThat(answers)
                    .extracting(answer ->
                            awaitRegistered(answer.get().path("caseId")).priorReturns())
                    .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5);
        }
    }

    @Test
    void joinsNobodyWhereDocumentsAreKnownOfTwoPeople() {
        String one = RegistrationForm.dui();
        String other = RegistrationForm.dui();
        RegistrationForm form = RegistrationForm.filled();
        String first = person(form.document("dui", one));
        person(form.document("dui", other));

        Response both = register(form.with(
                "/person/documents",
                "[{'kind': 'dui', 'number': '%s'}, {'kind': 'dui', 'number': '%s'}]".formatted(one, other)));

        assertThat(both.<String>path("personId")).isEqualTo(first);
        assertThat(codes(both)).contains("documents-of-two-people");
    }

    @ParameterizedTest
    @CsvSource({
        "/person/givenNames, 'Bernarda'",
        "/person/familyNames, 'Xirinacs'",
        "/person/birthDate, '1988-03-14'",
        "/person/sex, 'M'",
    })
    void linksNobodyByADocumentWhoseHolderIsSomebodyElse(String field, String other) {
        RegistrationForm form = RegistrationForm.filled().document("passport", "P" + RegistrationForm.dui());
        String first = person(form.with("/returnedOn", "'2024-03-01'"));

        Response second = register(form.with("/returnedOn", "'2025-01-02'").with(field, "'" + other + "'"));

        assertThat(second.<String>path("personId")).isNotEqualTo(first);
        assertThat(codes(second)).containsExactly("document-of-somebody-else");
        assertThat(second.<String>path("warnings[0].detail")).doesNotContain(first, "Zenaida");
    }

    @Test
    void aFoundlingIsNotTheWomanWhoseDocumentItHas() {
        String dui = RegistrationForm.dui();
        String hers = person(RegistrationForm.filled().document("dui", dui).with("/returnedOn", "'2024-03-01'"));

        Response found = register(nameless("2023").document("dui", dui).with("/person/sex", "'M'"));

        assertThat(found.<String>path("personId")).isNotEqualTo(hers);
        assertThat(codes(found)).contains("document-of-somebody-else");
    }

    @Test
    void knowsAPersonWhoCannotTellTheirNameByTheirDocument() {
        String dui = RegistrationForm.dui();
        String first = person(RegistrationForm.filled().document("dui", dui).with("/returnedOn", "'2024-03-01'"));

        assertThat(person(nameless("1991").document("dui", dui))).isEqualTo(first);
    }

    @Test
    void knowsEachOfTwoPeopleAgainByTheDocumentThatBothBring() {
        String passport = "P" + RegistrationForm.dui();
        RegistrationForm woman = RegistrationForm.filled().document("passport", passport);
        RegistrationForm boy = RegistrationForm.filled()
                .document("passport", passport)
                .with("/person/birthDate", "'2018-05-05'")
                .with("/person/sex", "'M'")
                .with("/consent/givenBy", "'guardian'");
        String her = person(woman.with("/returnedOn", "'2024-03-01'"));
        String his = person(boy.with("/returnedOn", "'2024-05-01'"));

        assertThat(his).isNotEqualTo(her);
        assertThat(person(boy)).isEqualTo(his);
        assertThat(person(woman)).isEqualTo(her);
    }

    @Test
    void knowsAPersonAgainWhoseNameIsMistyped() {
        RegistrationForm form = RegistrationForm.filled().document("passport", "P" + RegistrationForm.dui());
        String first = person(form.with("/returnedOn", "'2024-03-01'"));
        String typed = form.text("/person/familyNames").replace("Quetzal", "Quetsal");

        Response again = register(form.with("/person/familyNames", "'" + typed + "'"));

        assertThat(again.<String>path("personId")).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"N/A", "0", "00000000", "SIN DOCUMENTO", "S/N", "-", "123456789"})
    void knowsNobodyByAFiller(String filler) {
        RegistrationForm form = RegistrationForm.filled().document("passport", filler);
        String first = person(form.with("/returnedOn", "'2024-03-01'"));

        Response second = register(form.with("/returnedOn", "'2025-01-02'"));

        assertThat(second.<String>path("personId")).isNotEqualTo(first);
        assertThat(codes(second)).containsExactly("document-check-failed", "possible-same-person");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zen\u200baida", "Zen\u00adaida", "Ze\u2060naida", "Zenaida\ufeff"})
    void aDuplicateIsSeenWhateverItsNameHides(String hidden) {
        RegistrationForm form = RegistrationForm.filled();
        register(form);

        Response again = register(form.with(
                "/person/givenNames", "'" + form.text("/person/givenNames").replace("Zenaida", hidden) + "'"));

        assertThat(codes(again)).containsExactly("possible-earlier-registration");
    }

    @Test
    void aNameIsKeptAsItIsRead() throws Exception {
        RegistrationForm form = RegistrationForm.filled().with("/person/givenNames", "'Mari\u0301a\u00a0\u200bJosé '");
        String caseId = register(form).path("caseId");

        assertThat(intake().get("/v1/returns/" + caseId).<String>path("person.givenNames"))
                .isEqualTo("María José");
    }

    @Test
    void warnsOfANumberThatFailsItsCheckAndNamesTheField() {
        Response response = register(RegistrationForm.filled().document("cui", "3518190960515"));

        assertThat(response.<String>path("warnings[0].code")).isEqualTo("document-check-failed");
        assertThat(response.<String>path("warnings[0].pointer")).isEqualTo("/person/documents/0/number");
        assertThat(response.<String>path("warnings[0].detail")).contains("CUI");
    }

    @Test
    void warnsInTheLanguageOfTheRequest() {
        Response response = intake().header("Accept-Language", "es-GT,es;q=0.9")
                .body(RegistrationForm.filled().document("cui", "3518190960515").json())
                .post("/v1/returns");

        assertThat(response.<String>path("warnings[0].detail")).startsWith("El número no es válido");
    }

    @Test
    void warnsOfTheSameNameBirthAndSexWithinThreeDays() {
        RegistrationForm form = RegistrationForm.filled();
        String first = register(form).path("caseId");

        Response again = register(form.with("/returnedOn", "'2025-01-05'"));

        assertThat(codes(again)).containsExactly("possible-earlier-registration");
        assertThat(again.<String>path("warnings[0].detail")).contains(first);
    }

    @Test
    void showsNothingOfAnEarlierRegistrationByAnotherInstitutionButThatThereIsOne() {
        RegistrationForm form = RegistrationForm.filled();
        String first = by("gtm-other")
                .body(form.with("/receptionPoint", "'gtm-other-desk'").json())
                .post("/v1/returns")
                .path("caseId");

        Response again = register(form.with("/receptionPoint", "'gtm-fag'"));

        assertThat(codes(again)).containsExactly("possible-earlier-registration");
        assertThat(again.asString()).doesNotContain(first, "gtm-other");
    }

    @Test
    void takesAReturnFourDaysApartForAnotherReturnOfSomebodyWhoMayBeTheSame() {
        RegistrationForm form = RegistrationForm.filled();
        register(form);

        assertThat(codes(register(form.with("/returnedOn", "'2025-01-06'")))).containsExactly("possible-same-person");
    }

    private static RegistrationForm nameless(String birthYear) {
        return RegistrationForm.filled()
                .without("/person/givenNames")
                .without("/person/familyNames")
                .without("/person/birthDate")
                .with("/person/withoutNames", "true")
                .with("/person/birthYear", birthYear)
                .with("/consent/givenBy", "'authority'");
    }

    private static String person(RegistrationForm form) {
        return register(form).path("personId");
    }

    private static List<String> codes(Response response) {
        return response.path("warnings.code");
    }
}
