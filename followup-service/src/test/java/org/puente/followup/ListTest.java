package org.puente.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.puente.contracts.FollowUpFact;

@QuarkusTest
class ListTest extends FollowUpServiceTestBase {

    @Test
    void showsAMunicipalUnitItsOwn() {
        Person person = planned(Person.goingTo("HN-CR"));
        list(MUNICIPAL, since(person))
                .then()
                .body("items.caseId", hasItem(person.caseId().toString()));
    }

    @Test
    void showsTheRegisteringInstitutionNotThoseOfTheMunicipalUnit() {
        Person person = planned(Person.goingTo("HN-CR"));
        list(RECEPTION, since(person))
                .then()
                .body("items.caseId", not(hasItem(person.caseId().toString())));
    }

    @Test
    void showsWhatIsDue() {
        Person person = Person.goingTo("HN-CR");
        String followUp = due(person);
        list(MUNICIPAL, "&status=due" + since(person))
                .then()
                .body("items.followUpId", hasItem(followUp))
                .body("items.status", everyItem(equalTo("due")));
    }

    @Test
    void leavesOutTheDayThatItGoesTo() {
        Person person = planned(Person.goingTo("HN-CR"));
        String caseId = person.caseId().toString();
        list(MUNICIPAL, since(person) + "&dueBefore=" + person.returnedOn().plusDays(30))
                .then()
                .body("items.caseId", not(hasItem(caseId)));
        list(MUNICIPAL, since(person) + "&dueBefore=" + person.returnedOn().plusDays(31))
                .then()
                .body("items.caseId", hasItem(caseId));
    }

    @Test
    void goesUpToAnInstantToo() {
        Person person = planned(Person.goingTo("HN-CR"));
        String end = person.returnedOn().plusDays(31) + "T00:00:00-06:00";
        list(MUNICIPAL, since(person) + "&dueBefore=" + end)
                .then()
                .body("items.caseId", hasItem(person.caseId().toString()));
    }

    @Test
    void showsWhatChangedSinceTheLastAnswer() {
        Person before = planned(Person.goingTo("HN-CR"));
        String last = query("select max(modified_at at time zone 'UTC') from follow_up");
        Person after = planned(Person.goingTo("HN-CR"));
        list(MUNICIPAL, "&modifiedAfter=" + last.replace(' ', 'T') + "Z")
                .then()
                .body("items.caseId", hasItem(after.caseId().toString()))
                .body("items.caseId", not(hasItem(before.caseId().toString())));
    }

    @Test
    void goesPageByPageWithoutGapOrRepetition() {
        Person person = planned(Person.goingTo("HN-CR"));
        Person next = planned(Person.goingTo("HN-CR"));
        Set<String> own = new HashSet<>(followUps(person));
        own.addAll(followUps(next));
        List<String> whole = list(MUNICIPAL, since(person)).jsonPath().getList("items.followUpId");
        List<String> pages = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page = as(MUNICIPAL)
                    .get("/v1/followups?limit=3" + since(person) + cursor)
                    .then()
                    .extract()
                    .jsonPath();
            pages.addAll(page.getList("items.followUpId"));
            cursor = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        }
        // The clock may meanwhile change what others have.
        assertThat(pages.stream().filter(own::contains).toList())
                .hasSize(8)
                .isEqualTo(whole.stream().filter(own::contains).toList());
    }

    private static List<String> followUps(Person person) {
        return awaited(person.caseId(), FollowUpFact.Planned.class, 4).stream()
                .map(planned -> planned.followUpId().toString())
                .toList();
    }

    @Test
    void namesTheStatusesThatThereAre() {
        list(MUNICIPAL, "&status=late").then().statusCode(400).body("errors[0].pointer", equalTo("/status"));
    }

    @Test
    void showsWhatADayLooksLike() {
        list(MUNICIPAL, "&dueBefore=tomorrow").then().statusCode(400).body("errors[0].pointer", equalTo("/dueBefore"));
    }

    @Test
    void showsACaseToItsRegistrarAndItsMunicipalUnitOnly() {
        Person person = planned(Person.goingTo("HN-CR"));
        assertThat(List.of(
                        plan(person, RECEPTION).statusCode(),
                        plan(person, MUNICIPAL).statusCode(),
                        plan(person, "hnd-sreci").statusCode()))
                .containsExactly(200, 200, 404);
    }

    @Test
    void namesTheInstrumentsThatAVisitCanName() {
        as(MUNICIPAL)
                .get("/v1/instruments")
                .then()
                .statusCode(200)
                .body("items.id", hasItem("puente-baseline-1"))
                .body("items[0].version", equalTo(1))
                .body("items[0].items", equalTo(15))
                .body("items[0].title.es", equalTo("Línea de base de reintegración de Puente"));
    }

    @Test
    void showsAnInstrumentWhole() {
        as(MUNICIPAL)
                .get("/v1/instruments/puente-baseline-1")
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("items.size()", equalTo(15))
                .body("items.find { it.id == 'less-food' }.reversed", equalTo(true))
                .body("scales.find { it.id == 'yes-no' }.steps[0].text.es", equalTo("Sí"));
    }

    @Test
    void knowsNoVersionThatIsNotThere() {
        as(MUNICIPAL).get("/v1/instruments/puente-baseline-1?version=2").then().statusCode(404);
    }

    /** Of what has changed since the plan of a person was made: a page begins with what is due first, of all tests. */
    private static String since(Person person) {
        String first = query(
                "select min(modified_at - interval '1 second') at time zone 'UTC' from follow_up where case_id = '"
                        + person.caseId() + "'");
        return "&modifiedAfter=" + first.replace(' ', 'T') + "Z";
    }

    private static io.restassured.response.Response list(String institution, String query) {
        return as(institution).get("/v1/followups?limit=500" + query);
    }
}
