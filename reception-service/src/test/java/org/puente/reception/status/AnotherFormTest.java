package org.puente.reception.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.puente.contracts.ReferralFact;

/** Who goes back on the page, and sends the form with something else in it, has sent something else. */
@QuarkusTest
class AnotherFormTest extends PersonalFormTestBase {
    private static final Pattern RECEIPT = Pattern.compile("id=\"receipt\">([^<]+)<");

    @Test
    void takesWhatThePersonComplainsOfNext() {
        Registered who = registered();
        String ticket = ticket(who);
        complain(ticket, "desk", "Me gritaron");
        Response next = complain(ticket, "desk", "Y me pegaron");

        assertThat(next.asString()).contains("Su queja fue recibida");
        assertThat(complaints(who)).isEqualTo(2);
    }

    @Test
    void showsAReceiptOfItsOwnForEach() {
        String ticket = ticket(registered());
        String first = receipt(complain(ticket, "desk", "Me gritaron"));

        assertThat(receipt(complain(ticket, "desk", "Y me pegaron"))).isNotEqualTo(first);
        assertThat(receipt(complain(ticket, "desk", "Me gritaron"))).isEqualTo(first);
    }

    @Test
    void takesTheSameWordsAboutAnotherInstitution() {
        Registered who = registered();
        ReferralFact.Issued issued = refer(who, CaseFactSamples.EMPLOYMENT);
        eventually(who, answer -> assertThat(answer.asString()).contains("issued"));
        String ticket = ticket(who);
        complain(ticket, "desk", "No me atendieron");
        Response next = complain(ticket, issued.referralId().toString(), "No me atendieron");

        assertThat(next.asString()).contains("Su queja fue recibida");
        assertThat(complaints(who)).isEqualTo(2);
    }

    private long complaints(Registered who) {
        return count("select count(*) from complaint where case_id = '" + who.caseId() + "'");
    }

    private static String receipt(Response sent) {
        Matcher found = RECEIPT.matcher(sent.asString());
        assertThat(found.find()).as(sent.asString()).isTrue();
        return found.group(1);
    }
}
