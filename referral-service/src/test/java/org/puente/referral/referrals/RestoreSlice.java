package org.puente.referral.referrals;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.puente.platform.testing.Tokens;
import org.puente.platform.testing.Wire;
import org.puente.referral.ReferralServiceTestBase;
import org.puente.referral.RegionFacts;

/** What is seen of referrals, before and after a restore. */
abstract class RestoreSlice extends ReferralServiceTestBase {
    static final String OWN = "puente.gtm.referrals.hnd";

    /** What a referral's institutions see of it. */
    static Object standing(String referral) {
        Map<String, Object> seen = new HashMap<>();
        for (String institution : List.of("gtm-work", RegionFacts.RECEPTION.value())) {
            ValidatableResponse answer = read(institution, referral);
            if (answer.extract().statusCode() == 200) {
                seen.put(institution + " status", answer.extract().path("status"));
                List<String> facts = answer.extract().path("facts.type");
                seen.put(institution + " facts", facts.stream().sorted().toList());
            }
        }
        return seen;
    }

    /** The ids of the facts that this node published of referrals. */
    static List<String> publishedIds(List<String> referrals) {
        return Stream.of(OWN, "puente.gtm.referrals.gtm")
                .flatMap(topic -> Wire.dump(topic).stream())
                .filter(record -> referrals.contains(record.key()))
                .map(record -> Wire.header(record, "ce_id"))
                .toList();
    }

    static Response changes(String after) {
        return given().auth()
                .oauth2(Tokens.of("gtm", RegionFacts.RECEPTION.value(), "case-manager"))
                .queryParam("after", after)
                .queryParam("limit", 500)
                .get("/v1/referrals/changes");
    }

    /** Each change once, whatever its place. */
    static Set<Object> listedChanges(List<String> referrals) {
        List<Map<String, Object>> items = new ArrayList<>();
        List<Map<String, Object>> page;
        String after = "0";
        do {
            Response answer = changes(after);
            page = answer.path("items");
            items.addAll(page);
            after = answer.path("next");
        } while (!page.isEmpty());
        List<Object> listed = items.stream()
                .filter(item -> referrals.contains(item.get("referralId")))
                .<Object>map(item -> List.of(item.get("referralId"), item.get("type"), item.get("box")))
                .toList();
        assertThat(listed).doesNotHaveDuplicates();
        return Set.copyOf(listed);
    }
}
