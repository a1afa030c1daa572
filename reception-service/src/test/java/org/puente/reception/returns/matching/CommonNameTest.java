package org.puente.reception.returns.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.puente.reception.ReceptionTest;
import org.puente.reception.RegistrationForm;

/** Many people share a name and a day of birth, such as the first of January where only the year is known. */
@QuarkusTest
class CommonNameTest extends ReceptionTest {
    private static final int MORE_THAN_ARE_LOOKED_AT_OF_ONE_TAG = 60;

    @Test
    void findsWhoComesBackAmongMoreThanAreLookedAtOfOneTag() {
        String family = "Xoyontzin";
        String first = register(maria(family)).path("caseId");
        othersAreRegistered();

        Response again = register(maria(family).with("/returnedOn", "'2026-01-02'"));

        assertThat(matches(again)).containsExactly(first);
    }

    /** Who was registered today at another desk, and there by a name that was mistyped, shares one tag with hundreds. */
    @Test
    void findsTheNewestOfMoreThanAreLookedAtWhoShareOneTag() {
        othersAreRegistered();
        String newest = register(maria("Tzunquelman")).path("caseId");

        Response again = register(maria("Tzunquelmar"));

        assertThat(matches(again)).containsExactly(newest);
    }

    private static void othersAreRegistered() {
        IntStream.range(0, MORE_THAN_ARE_LOOKED_AT_OF_ONE_TAG)
                .forEach(each -> register(maria(RegistrationForm.filled().text("/person/familyNames"))));
    }

    private static List<String> matches(Response registered) {
        return intake().get("/v1/returns/" + registered.path("caseId") + "/matches")
                .jsonPath()
                .getList("matches.caseId");
    }

    private static RegistrationForm maria(String family) {
        return RegistrationForm.filled()
                .with("/person/givenNames", "'María'")
                .with("/person/familyNames", "'" + family + "'")
                .with("/person/birthDate", "'1972-01-01'");
    }
}
