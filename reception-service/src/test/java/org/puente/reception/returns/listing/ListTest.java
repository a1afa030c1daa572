package org.puente.reception.returns.listing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.puente.reception.ReceptionTest;
import org.puente.reception.RegistrationForm;

@QuarkusTest
class ListTest extends ReceptionTest {

    @Test
    void showsNothingOfWhoReturned() {
        register(RegistrationForm.filled().with("/returnedOn", "'2023-05-01'"));

        Response list = list("returnedOn=2023-05-01");

        assertThat(list.jsonPath().getMap("items[0]"))
                .containsOnlyKeys("caseId", "returnedOn", "receptionPoint", "consent", "version", "modifiedAt");
        assertThat(list.<String>path("items[0].consent")).isEqualTo("valid");
    }

    @Test
    void goesThroughAllPagesWithoutLeavingOutOrRepeatingOne() {
        List<String> registered = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            registered.add(register(RegistrationForm.filled().with("/returnedOn", "'2023-05-02'"))
                    .path("caseId"));
        }

        List<String> listed = new ArrayList<>();
        String next = "";
        while (next != null) {
            Response page = list("returnedOn=2023-05-02&limit=2" + next);
            listed.addAll(page.<List<String>>path("items.caseId"));
            String cursor = page.path("next");
            next = cursor == null ? null : "&cursor=" + cursor;
        }

        assertThat(listed).containsExactlyElementsOf(registered);
    }

    @Test
    void catchesUpWithWhatChangedSince() {
        register(RegistrationForm.filled().with("/returnedOn", "'2023-05-03'"));
        Response first = list("returnedOn=2023-05-03");
        String since = first.path("items[0].modifiedAt");
        String later = register(RegistrationForm.filled().with("/returnedOn", "'2023-05-03'"))
                .path("caseId");

        assertThat(list("returnedOn=2023-05-03&modifiedAfter=" + since).<List<String>>path("items.caseId"))
                .containsExactly(later);
    }

    @Test
    void showsThatAConsentWasWithdrawn() {
        Response registered = register(RegistrationForm.filled().with("/returnedOn", "'2023-05-04'"));
        intake().delete("/v1/returns/%s/consents/%s"
                .formatted(registered.<String>path("caseId"), registered.<String>path("consentId")));

        assertThat(list("returnedOn=2023-05-04").<String>path("items[0].consent"))
                .isEqualTo("withdrawn");
    }

    @Test
    void showsAnInstitutionItsOwnReturnsOnly() {
        register(RegistrationForm.filled().with("/returnedOn", "'2023-05-05'"));

        assertThat(by("gtm-other").get("/v1/returns?returnedOn=2023-05-05").<List<?>>path("items"))
                .isEmpty();
    }

    @Test
    void showsHowATimeIsWritten() {
        Response response = list("modifiedAfter=yesterday");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.<String>path("errors[0].pointer")).isEqualTo("/modifiedAfter");
    }

    private static Response list(String query) {
        return intake().get("/v1/returns?" + query);
    }
}
