package org.puente.reception.status;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page of a case, and the forms that a person sends from it. */
abstract class PersonalFormTestBase extends StatusTest {
    private static final Pattern TICKET = Pattern.compile("name=\"ticket\" value=\"([^\"]+)\"");

    static String page(Registered who) {
        return given().header("X-Forwarded-For", another())
                .formParam("code", who.code())
                .formParam("birthYear", BORN)
                .formParam("lang", "es")
                .post("/status")
                .asString();
    }

    static String ticket(Registered who) {
        Matcher found = TICKET.matcher(page(who));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    static Response request(String ticket, String kind, String details) {
        return request(another(), ticket, kind, details);
    }

    static Response request(String from, String ticket, String kind, String details) {
        return given().header("X-Forwarded-For", from)
                .formParam("ticket", ticket)
                .formParam("kind", kind)
                .formParam("details", details)
                .formParam("lang", "es")
                .post("/status/data-requests");
    }

    static Response complain(String ticket, String about, String text) {
        return given().header("X-Forwarded-For", another())
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("ticket", ticket)
                .formParam("about", about)
                .formParam("text", text)
                .formParam("lang", "es")
                .post("/status/complaints");
    }
}
