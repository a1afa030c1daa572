package org.puente.referral.referrals;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralStatus;
import org.puente.contracts.Side;
import org.puente.platform.testing.Wire;
import org.puente.referral.ReferralServiceTestBase;
import org.puente.referral.RegionFacts;

/** Every status that a recipient can bring about × every fact: open, recorded already, or 409. */
@QuarkusTest
class AnswerTableTest extends ReferralServiceTestBase {
    private static final String RECIPIENT = "gtm-work";

    /** The shortest way over REST to each status that the recipient can bring about. */
    private static final Map<ReferralStatus, List<String>> WAYS = Map.of(
            ReferralStatus.ACKNOWLEDGED, List.of(),
            ReferralStatus.WAITLISTED, List.of("waitlisted"),
            ReferralStatus.ACCEPTED, List.of("accepted"),
            ReferralStatus.SCHEDULED, List.of("accepted", "scheduled"),
            ReferralStatus.MISSED, List.of("accepted", "scheduled", "missed"),
            ReferralStatus.STARTED, List.of("accepted", "started"),
            ReferralStatus.DECLINED, List.of("declined"),
            ReferralStatus.FAILED, List.of("accepted", "failed"),
            ReferralStatus.DELIVERED, List.of("accepted", "delivered"),
            ReferralStatus.WITHDRAWN, List.of("withdrawn"));

    private static final List<ReferralStatus> SAID = Stream.of(ReferralStatus.values())
            .filter(type -> type != ReferralStatus.ISSUED && type != ReferralStatus.EXPIRED)
            .toList();

    private static String[] fields(String type) {
        return switch (type) {
            case "declined" -> new String[] {"reason", "no-capacity"};
            case "failed" -> new String[] {"reason", "no-show"};
            case "cancelled" -> new String[] {"reason", "duplicate"};
            case "withdrawn" -> new String[] {"reason", "by-person"};
            case "scheduled" -> new String[] {"at", Instant.now().toString()};
            case "delivered" -> new String[] {"outcome", "completed"};
            case "redirected" -> new String[] {"offerId", "gtm-another"};
            default -> new String[0];
        };
    }

    @TestFactory
    Stream<DynamicTest> everyFactIsOpenOrRefusedWithTheOpenSteps() {
        return WAYS.keySet().stream()
                .sorted()
                .flatMap(status -> SAID.stream()
                        .map(type -> DynamicTest.dynamicTest(
                                status.code() + " × " + type.code(), () -> checkPair(status, type))));
    }

    private void checkPair(ReferralStatus status, ReferralStatus type) {
        String id = brought(status);
        boolean again = status == type && type != ReferralStatus.SCHEDULED;
        boolean open = status.steps().contains(type) && type.sides().contains(Side.RECIPIENT);
        var answer = addFact(RECIPIENT, id, type.code(), fields(type.code()));
        if (again) {
            answer.statusCode(200).body("status", equalTo(status.code()));
        } else if (open) {
            answer.statusCode(200).body("status", equalTo(type.code()));
        } else {
            answer.statusCode(409)
                    .body("referralStatus", equalTo(status.code()))
                    .body(
                            "openSteps",
                            containsInAnyOrder(status.steps().stream()
                                    .filter(step -> step.sides().contains(Side.RECIPIENT))
                                    .map(ReferralStatus::code)
                                    .toArray()));
        }
    }

    /** Referrals to one offer, issued together, one for each pair: only the facts matter here. */
    private static Queue<String> fresh;

    private String brought(ReferralStatus status) {
        if (fresh == null) {
            fresh = issuedTogether(WAYS.size() * SAID.size());
        }
        String id = fresh.remove();
        await().atMost(SOON).until(() -> "acknowledged".equals(status(id)));
        for (String type : WAYS.get(status)) {
            addFact(RECIPIENT, id, type, fields(type)).statusCode(200);
        }
        return id;
    }

    private Queue<String> issuedTogether(int count) {
        OfferPublished offer = published(RegionFacts.offer(offerId("gtm"), null, LONG));
        Queue<String> ids = new ArrayDeque<>();
        for (int i = 0; i < count; i++) {
            ReferralFact.Issued issued = fromHonduras(offer, Instant.now().plus(LONG));
            Wire.publish("hnd", "referral", "gtm", issued);
            ids.add(issued.referralId().toString());
        }
        return ids;
    }
}
