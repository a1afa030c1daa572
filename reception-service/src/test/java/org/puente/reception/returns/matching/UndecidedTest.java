package org.puente.reception.returns.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.puente.reception.RegistrationForm;

/** Each desk sees which of its returns wait for its decision, also where another desk registered the person later. */
@QuarkusTest
class UndecidedTest extends MatchTestBase {
    private final RegistrationForm form = RegistrationForm.filled();

    @Test
    void bothInstitutionsSeeThatTheyHaveRegisteredSomebodyWhoMayBeTheSame() {
        String day = day(1);
        Response first = registerHere(form.with("/returnedOn", "'" + day + "'"));
        Response second = registerElsewhere(form);

        assertThat(undecided(day)).containsExactly(id(first));
        assertThat(undecided(OTHER, day)).containsExactly(id(second));
        assertThat(by("gtm-igm")
                                .get("/v1/returns?undecided=true&returnedOn=" + day)
                                .asString()
                        + by("gtm-igm")
                                .get("/v1/returns/" + id(first) + "/matches")
                                .asString())
                .doesNotContain(id(second), OTHER);
    }

    @Test
    void whoeverTypesHalfAPersonIsNotListedForTheirInstitution() {
        String day = day(2);
        registerHere(form.with("/returnedOn", "'" + day + "'"));
        registerElsewhere(form.without("/person/birthDate")
                .with("/person/birthYear", "1991")
                .without("/person/familyNames"));

        assertThat(undecided(day)).isEmpty();
        assertThat(undecided(OTHER, day)).isEmpty();
    }

    @Test
    void whatIsDecidedWaitsNoMoreUntilItIsTakenBack() {
        String day = day(3);
        Response first = registerHere(form.with("/returnedOn", "'" + day + "'"));
        Response second = registerHere(form);
        assertThat(undecided(day)).containsExactly(id(first), id(second));
        String match = onlyMatch(id(first));

        decide(id(first), match, "not-the-same");
        assertThat(undecided(day)).isEmpty();
        decide(id(second), match, "undecided");
        assertThat(undecided(day)).containsExactly(id(first), id(second));
    }

    @Test
    void whoeverIsJoinedWaitsNoMore() {
        String day = day(4);
        registerHere(form.with("/returnedOn", "'" + day + "'"));
        Response second = registerHere(form);

        decide(id(second), onlyMatch(id(second)), "same");

        assertThat(undecided(day)).isEmpty();
    }

    @Test
    void aReturnThatTwoInstitutionsRegisteredByOneDocumentIsLookedAtByBoth() {
        String day = day(5);
        form.document("dui", RegistrationForm.dui()).with("/returnedOn", "'" + day + "'");
        Response first = registerHere(form);
        Response second = registerElsewhere(form);
        assertThat(second.<String>path("personId")).isEqualTo(first.path("personId"));

        assertThat(undecided(day)).containsExactly(id(first));
        assertThat(undecided(OTHER, day)).containsExactly(id(second));
        Map<String, Object> match = matches(id(first)).getMap("matches[0]");
        assertThat(match).containsEntry("ofAnotherInstitution", true).containsEntry("linked", true);
        assertThat((String) match.get("detail")).contains("same return");

        decide(id(first), (String) match.get("matchId"), "same");
        assertThat(undecided(day)).isEmpty();
        assertThat(undecided(OTHER, day)).containsExactly(id(second));
        assertThat(person(id(first))).isEqualTo(first.path("personId"));
    }

    @Test
    void twoReturnsOfOnePersonInDifferentYearsAreNoQuestion() {
        String day = day(6);
        form.document("dui", RegistrationForm.dui());
        registerHere(form.with("/returnedOn", "'2021-01-01'"));
        registerHere(form.with("/returnedOn", "'" + day + "'"));

        assertThat(undecided(day)).isEmpty();
    }

    @Test
    void whatIsNotAlikeAfterAnAmendmentWaitsNoMore() {
        String day = day(7);
        Response first = registerHere(form.with("/returnedOn", "'" + day + "'"));
        Response second = registerHere(form);

        amend(
                id(second),
                "{\"person\": {\"givenNames\": \"Ixmucane\", \"familyNames\": \"Tecun\", \"birthDate\": \"1970-01-01\"}}");

        assertThat(undecided(day)).doesNotContain(id(first), id(second));
    }

    @Test
    void anInstitutionThatIsAskedForItsAgreementSeesIt() {
        String day = day(8);
        String dui = RegistrationForm.dui();
        Response theirs = registerElsewhere(form.document("dui", dui).with("/returnedOn", "'" + day + "'"));
        registerHere(form.with("/returnedOn", "'2024-06-01'"));
        Response without = registerHere(form.with("/person/documents", "[]")
                .without("/person/birthDate")
                .with("/person/birthYear", "1991")
                .with("/returnedOn", "'2025-06-01'"));
        assertThat(undecided(OTHER, day)).isEmpty();

        decide(id(without), onlyMatch(id(without)), "same");
        assertThat(undecided(OTHER, day)).containsExactly(id(theirs));

        decide(id(without), onlyMatch(id(without)), "undecided");
        assertThat(undecided(OTHER, day)).isEmpty();
    }

    @Test
    void whereTheOtherIsErasedNothingWaits() {
        String day = day(9);
        registerHere(form.with("/returnedOn", "'" + day + "'"));
        erase(registerHere(form));

        assertThat(undecided(day)).isEmpty();
    }

    @Test
    void aPairIsDecidedThoughItsPersonHasBecomeOneWithSomebodyAboutWhomItIsDecided() {
        String day = day(10);
        Response own = registerHere(form.with("/returnedOn", "'" + day + "'"));
        Response theirs = registerElsewhere(form.with("/returnedOn", "'2024-01-01'"));
        Response again = registerElsewhere(form.with("/returnedOn", "'2025-01-01'"));
        decide(id(own), matches(id(own)).getString("matches[0].matchId"), "not-the-same");
        decide(OTHER, id(again), match(OTHER, id(again), id(theirs)), "same");
        assertThat(person(OTHER, id(again))).isEqualTo(theirs.path("personId"));

        List<String> waiting = matches(id(own)).getList("matches.findAll { it.decision == 'undecided' }.matchId");
        assertThat(waiting).hasSize(1);
        assertThat(decide(id(own), waiting.getFirst(), "not-the-same").statusCode())
                .isEqualTo(200);
        assertThat(undecided(day)).isEmpty();
    }

    @Test
    void aPairThatIsNotFoundAnyMoreAmongManyIsListedAndDecided() {
        String day = day(11);
        Response first = registerHere(form.with("/returnedOn", "'" + day + "'"));
        Response second = registerHere(form);
        execute("update person_match set tags = '{}' where case_id = '" + id(second) + "'");

        String match = match("gtm-igm", id(first), id(second));
        assertThat(matches(id(first)).getList("matches")).hasSize(1);
        assertThat(decide(id(first), match, "not-the-same").statusCode()).isEqualTo(200);
        assertThat(undecided(day)).isEmpty();
    }

    private static String match(String institution, String caseId, String other) {
        return matches(institution, caseId).getString("matches.find { it.caseId == '%s' }.matchId".formatted(other));
    }

    @Test
    void aFlagThatIsNeitherTrueNorFalseIsRefused() {
        assertThat(intake().get("/v1/returns?undecided=maybe").statusCode()).isEqualTo(400);
    }

    private static String day(int number) {
        return "2022-07-%02d".formatted(2 * number);
    }

    private static List<String> undecided(String day) {
        return undecided("gtm-igm", day);
    }

    private static List<String> undecided(String institution, String day) {
        return by(institution)
                .get("/v1/returns?undecided=true&returnedOn=" + day)
                .path("items.caseId");
    }
}
