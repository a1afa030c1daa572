package org.puente.reception.returns.amending;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.puente.contracts.Profile;
import org.puente.contracts.ReturnFact;
import org.puente.reception.ReceptionTest;
import org.puente.reception.RegistrationForm;

/** Nobody is accompanied by an adult whose return was erased. */
@QuarkusTest
class ErasedAdultsTest extends ReceptionTest {
    private final String household = UUID.randomUUID().toString();

    private RegistrationForm inHousehold() {
        return RegistrationForm.filled().with("/household", "{'id': '" + household + "'}");
    }

    private String childOf(String responsible) {
        Response registered = register(inHousehold()
                .with("/person/birthDate", "'2015-01-01'")
                .with("/profiles", "[]")
                .with("/consent/givenBy", "'guardian'")
                .with("/responsible", responsible));
        assertThat(registered.statusCode()).as(registered.asString()).isEqualTo(201);
        return registered.path("caseId");
    }

    private static String adult(Response registered, String relation) {
        return "{'caseId': '" + registered.path("caseId") + "', 'relation': '" + relation + "'}";
    }

    private static ReturnFact.Amended amended(String child) {
        return awaitFacts(RETURNS, child, ReturnFact.Amended.class, 1).getLast();
    }

    @Test
    void aChildIsAskedForAgainWhenItsOnlyAdultIsErased() {
        Response mother = register(inHousehold());
        String child = childOf("[" + adult(mother, "parent") + "]");

        erase(mother);

        Response read = intake().get("/v1/returns/" + child);
        assertThat(read.<List<?>>path("responsible")).isNullOrEmpty();
        assertThat(read.<List<String>>path("duties.rule")).containsExactly("child-with-nobody");
        assertThat(read.<Integer>path("version")).isEqualTo(2);
        assertThat(amended(child).household().size()).isOne();
    }

    @Test
    void whoIsLeftDecidesWhatIsPublished() {
        Response mother = register(inHousehold());
        Response uncle = register(inHousehold());
        String child = childOf("[" + adult(mother, "parent") + ", " + adult(uncle, "other-relative") + "]");

        erase(mother);

        assertThat(amended(child).profiles()).containsExactly(Profile.SEPARATED_CHILD);
        assertThat(intake().get("/v1/returns/" + child).<List<String>>path("duties.rule"))
                .containsExactly("child-alone");
    }

    @Test
    void aSeparatedChildStaysSoWhenTheAdultIsErased() {
        Response uncle = register(inHousehold());
        String child = childOf("[" + adult(uncle, "other-relative") + "]");

        erase(uncle);

        assertThat(amended(child).profiles()).containsExactly(Profile.SEPARATED_CHILD);
    }

    @Test
    void anErasedStrangerOfTheHouseholdChangesNoChild() {
        Response mother = register(inHousehold());
        String child = childOf("[" + adult(mother, "parent") + "]");
        Response stranger = register(inHousehold());

        erase(stranger);

        assertThat(intake().get("/v1/returns/" + child).<Integer>path("version"))
                .isOne();
    }
}
