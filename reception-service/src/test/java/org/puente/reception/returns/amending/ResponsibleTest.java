package org.puente.reception.returns.amending;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.puente.contracts.Profile;
import org.puente.contracts.ReturnFact;
import org.puente.platform.testing.Tokens;
import org.puente.reception.ReceptionTest;
import org.puente.reception.RegistrationForm;

/** Who is responsible for a child is found, or turns out to be nobody. */
@QuarkusTest
class ResponsibleTest extends ReceptionTest {
    private final String household = UUID.randomUUID().toString();

    private RegistrationForm inHousehold() {
        return RegistrationForm.filled().with("/household", "{'id': '" + household + "'}");
    }

    private RegistrationForm child() {
        return inHousehold()
                .with("/person/birthDate", "'2015-01-01'")
                .with("/profiles", "[]")
                .with("/consent/givenBy", "'guardian'");
    }

    private static String caseOf(RegistrationForm form) {
        Response registered = register(form);
        assertThat(registered.statusCode()).as(registered.asString()).isEqualTo(201);
        return registered.path("caseId");
    }

    private static String by(String adult, String relation) {
        return "[{'caseId': '" + adult + "', 'relation': '" + relation + "'}]";
    }

    private static Response patch(String caseId, int version, String patch) {
        return intake().contentType("application/merge-patch+json")
                .header("If-Match", "\"" + version + "\"")
                .body(patch.replace('\'', '"'))
                .patch("/v1/returns/" + caseId);
    }

    private static List<Profile> published(String caseId, int amendments) {
        return awaitFacts(RETURNS, caseId, ReturnFact.Amended.class, amendments)
                .getLast()
                .profiles();
    }

    @Test
    void aParentWhoIsFoundEndsWhatFollowedFromNobodyOnceTheProfileIsTakenAway() {
        String mother = caseOf(inHousehold());
        String child = caseOf(child().with("/nobodyResponsible", "true"));
        assertThat(awaitRegistered(child).profiles()).containsExactly(Profile.UNACCOMPANIED_CHILD);

        Response found = patch(child, 1, "{'nobodyResponsible': null, 'responsible': " + by(mother, "parent") + "}");

        assertThat(found.statusCode()).as(found.asString()).isEqualTo(200);
        assertThat(found.<String>path("childAlone")).isEqualTo("unaccompanied-child");
        assertThat(found.<List<String>>path("profiles")).containsExactly("unaccompanied-child");
        assertThat(found.<List<String>>path("warnings.code")).contains("protection-kept");
        assertThat(found.<List<String>>path("duties.rule")).containsExactly("child-alone");
        assertThat(published(child, 1)).containsExactly(Profile.UNACCOMPANIED_CHILD);
        assertThat(audited("return.protection-ended", child)).isZero();

        Response ended = patch(child, 2, "{'profiles': []}");

        assertThat(ended.<List<?>>path("duties")).isEmpty();
        assertThat(ended.<Object>path("childAlone")).isNull();
        assertThat(ended.<List<String>>path("warnings.code")).contains("protection-ended");
        assertThat(published(child, 2)).isEmpty();
        assertThat(audited("return.protection-ended", child)).isOne();
    }

    @Test
    void oneRequestNeitherClaimsToBeTheParentNorTakesBackThatNobodyIsAndEndsProtection() {
        String man = caseOf(inHousehold());
        String child = caseOf(child().with("/nobodyResponsible", "true"));

        Response claimed = patch(
                child, 1, "{'nobodyResponsible': null, 'profiles': [], 'responsible': " + by(man, "parent") + "}");
        assertThat(claimed.<String>path("childAlone")).isEqualTo("unaccompanied-child");

        String other = caseOf(child().with("/nobodyResponsible", "true"));
        Response unsaid = patch(other, 1, "{'nobodyResponsible': null}");
        assertThat(unsaid.<String>path("childAlone")).isEqualTo("unaccompanied-child");
        assertThat(unsaid.<List<String>>path("warnings.code")).contains("protection-kept");
    }

    private static long audited(String action, String caseId) {
        return intake().auth()
                .oauth2(Tokens.of("gtm", "gtm-audit", "auditor"))
                .get("/v1/audit?action=" + action + "&subject=" + caseId)
                .<List<?>>path("items")
                .size();
    }

    @Test
    void whoTurnsOutToBeNoParentLeavesAChildSeparatedAndThenUnaccompanied() {
        String woman = caseOf(inHousehold());
        String child = caseOf(child().with("/responsible", by(woman, "parent")));

        Response separated = patch(child, 1, "{'responsible': " + by(woman, "other-adult") + "}");
        assertThat(separated.<List<String>>path("duties.rule")).containsExactly("child-alone");
        assertThat(published(child, 1)).containsExactly(Profile.SEPARATED_CHILD);
        Response alone = patch(child, 2, "{'responsible': null, 'nobodyResponsible': true}");
        assertThat(alone.<String>path("childAlone")).isEqualTo("unaccompanied-child");
        assertThat(published(child, 2)).containsExactly(Profile.UNACCOMPANIED_CHILD);
    }

    /** A relation is taken at its word at registration; whoever doubts it says so with one tick. */
    @Test
    void aDeskThatDoubtsAParentStatesItAndTheChildIsProtectedFromTheStart() {
        String man = caseOf(inHousehold());

        Response doubted =
                register(child().with("/responsible", by(man, "parent")).with("/profiles", "['separated-child']"));

        assertThat(doubted.<List<String>>path("duties.rule")).contains("child-alone");
        assertThat(doubted.<List<String>>path("warnings.code")).contains("profile-against-responsible");
        assertThat(awaitRegistered(doubted.<String>path("caseId")).profiles()).containsExactly(Profile.SEPARATED_CHILD);
    }

    @Test
    void aClaimToBeTheParentDoesNotEndWhatTheDeskHasStated() {
        String man = caseOf(inHousehold());
        String child = caseOf(child().with("/profiles", "['unaccompanied-child']"));

        Response claimed = patch(child, 1, "{'responsible': " + by(man, "parent") + "}");

        assertThat(claimed.<String>path("childAlone")).isEqualTo("unaccompanied-child");
        assertThat(claimed.<List<String>>path("warnings.code")).contains("profile-against-responsible");
        assertThat(claimed.<List<String>>path("duties.rule")).containsExactly("child-alone");
        Response agreed = patch(child, 2, "{'profiles': []}");
        assertThat(agreed.<Object>path("childAlone")).isNull();
    }

    @Test
    void whoIsResponsibleIsAnAdultOfTheHousehold() {
        String mother = caseOf(inHousehold());
        String sibling = caseOf(child().with("/nobodyResponsible", "true"));
        String stranger = caseOf(RegistrationForm.filled().with("/household", "{'id': '" + UUID.randomUUID() + "'}"));
        String child = caseOf(child().with("/responsible", by(mother, "parent")));

        assertError(patch(child, 1, "{'responsible': " + by(sibling, "parent") + "}"), "responsible-no-adult");
        assertError(patch(child, 1, "{'responsible': " + by(child, "parent") + "}"), "responsible-no-adult");
        assertError(
                patch(child, 1, "{'responsible': " + by(stranger, "parent") + "}"), "responsible-of-other-household");
        assertError(
                patch(child, 1, "{'household': {'id': '" + UUID.randomUUID() + "'}}"),
                "responsible-of-other-household");
        assertError(
                patch(child, 1, "{'responsible': " + by(UUID.randomUUID().toString(), "parent") + "}"),
                "responsible-unknown");
    }

    @Test
    void whoIsResponsibleForAChildNeitherLeavesNorBecomesAChild() {
        String mother = caseOf(inHousehold().with("/consent/givenBy", "'authority'"));
        String child = caseOf(child().with("/responsible", by(mother, "parent")));

        assertError(patch(mother, 1, "{'household': null}"), "responsible-for-children");
        assertError(patch(mother, 1, "{'person': {'birthDate': '2008-01-01'}}"), "responsible-for-children");
        assertThat(patch(mother, 1, "{'person': {'birthDate': '1999-01-01'}}").statusCode())
                .isEqualTo(200);
        patch(child, 1, "{'responsible': null, 'nobodyResponsible': true}");
        assertThat(patch(mother, 2, "{'household': null}").statusCode()).isEqualTo(200);
    }

    private static void assertError(Response response, String code) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(400);
        assertThat(response.<String>path("errors[0].code")).isEqualTo(code);
    }
}
