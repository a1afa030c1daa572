package org.puente.referral.changes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.platform.json.Json;
import org.puente.platform.testing.RawHttp;
import org.puente.platform.testing.Tokens;
import org.puente.platform.testing.Watcher;
import org.puente.referral.ReferralServiceTestBase;
import org.puente.referral.RegionFacts;
import org.puente.referral.Rows;

@QuarkusTest
class StreamTest extends ReferralServiceTestBase {
    /** As the platform's configuration has it. */
    private static final int STREAMS_OF_A_CLIENT = 10;

    private static final String RECIPIENT = "gtm-work";
    private static final String ISSUED = "org.puente.referral.issued.v1";
    private static final String ACKNOWLEDGED = "org.puente.referral.acknowledged.v1";
    private static final String ACCEPTED = "org.puente.referral.accepted.v1";
    private static final String STARTED = "org.puente.service.started.v1";

    @Test
    void showsWhatChangesFromNowOn() {
        String earlier = received();
        try (Watcher watcher = watch(RECIPIENT, null)) {
            String id = received();
            addFact(RECIPIENT, id, "accepted").statusCode(200);

            await().atMost(SOON).until(() -> typesSent(watcher, id).size() >= 3);
            assertThat(typesSent(watcher, id)).containsExactly(ISSUED, ACKNOWLEDGED, ACCEPTED);
            assertThat(typesSent(watcher, earlier)).isEmpty();
        }
    }

    @Test
    void goesOnAfterABreakWithoutGapOrDoubling() {
        String id;
        String cursor;
        try (Watcher watcher = watch(RECIPIENT, null)) {
            id = received();
            await().atMost(SOON).until(() -> typesSent(watcher, id).contains(ACKNOWLEDGED));
            cursor = watcher.messages.getLast().id();
        }
        addFact(RECIPIENT, id, "accepted").statusCode(200);
        try (Watcher watcher = watch(RECIPIENT, cursor)) {
            addFact(RECIPIENT, id, "started").statusCode(200);

            await().atMost(SOON).until(() -> typesSent(watcher, id).contains(STARTED));
            assertThat(typesSent(watcher, id)).isEqualTo(List.of(ACCEPTED, STARTED));
        }
    }

    @Test
    void theDataIsTheFactAsACloudEvent() throws JsonProcessingException {
        try (Watcher watcher = watch(RECIPIENT, null)) {
            String id = received();
            await().atMost(SOON).until(() -> typesSent(watcher, id).contains(ACKNOWLEDGED));

            String first = sent(watcher, id).findFirst().orElseThrow().data();
            JsonNode event = Json.mapper().readTree(first);
            assertThat(event.get("specversion").textValue()).isEqualTo("1.0");
            assertThat(event.get("type").textValue()).isEqualTo(ISSUED);
            assertThat(event.get("source").textValue()).isEqualTo("/hnd/referral");
            assertThat(event.get("data").get("referralId").textValue()).isEqualTo(id);
        }
    }

    @Test
    void refusesAPlaceThatTheLogDoesNotHave() {
        String token = Tokens.of("gtm", RECIPIENT, "case-manager");
        String next = given().auth()
                .oauth2(token)
                .get("/v1/referrals/changes?limit=500")
                .then()
                .extract()
                .path("next");
        RawHttp.Answer answer = RawHttp.send(
                "GET",
                "/v1/referrals/stream",
                List.of("Authorization: Bearer " + token, "Last-Event-ID: 9999999" + next.substring(next.indexOf('-'))),
                null);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("cursor-unknown");
    }

    @Test
    void endsWithItsToken() {
        try (Watcher watcher =
                openAtLast(() -> Tokens.lasting(Duration.ofSeconds(10), "gtm", RECIPIENT, "case-manager"))) {
            await().atMost(SOON).until(watcher::ended);
        }
    }

    @Test
    void aClientHasSoManyStreamsAndNoMore() {
        String token = Tokens.of("gtm", "gtm-hoarder", "case-manager");
        List<Watcher> open = IntStream.range(0, STREAMS_OF_A_CLIENT)
                .mapToObj(n -> Watcher.open("/v1/referrals/stream", token, null))
                .toList();
        try {
            await().atMost(SOON).until(() -> open.stream().allMatch(Watcher::connected));
            given().auth()
                    .oauth2(token)
                    .get("/v1/referrals/stream")
                    .then()
                    .statusCode(429)
                    .header("Retry-After", notNullValue());
            open.getFirst().close();
            try (Watcher next = openAtLast(() -> token)) {
                assertThat(next.connected()).isTrue();
            }
        } finally {
            open.forEach(Watcher::close);
        }
    }

    /** A place is free as soon as the server knows that its stream is gone; and a token must not be over before that. */
    private static Watcher openAtLast(Supplier<String> token) {
        return await().atMost(SOON)
                .until(
                        () -> {
                            Watcher next = Watcher.open("/v1/referrals/stream", token.get(), null);
                            await().atMost(SOON).until(() -> next.connected() || next.ended());
                            return next;
                        },
                        Watcher::connected);
    }

    @Test
    void othersSeeNothingOfIt() {
        String other = "gtm-" + UUID.randomUUID();
        try (Watcher stranger = watch(other, "0");
                Watcher watcher = watch(RECIPIENT, null)) {
            String id = received();
            await().atMost(SOON).until(() -> typesSent(watcher, id).size() == 2);
            changes(other); // what is sent to it now is sent after all of before
            await().atMost(SOON).until(() -> !stranger.messages.isEmpty());
            assertThat(sent(stranger, id)).isEmpty();
            assertThat(stranger.messages).hasSize(1);
        }
    }

    @Test
    void keepsAQuietConnectionAlive() {
        try (Watcher watcher = watch("gtm-quiet", null)) {
            await().atMost(SOON).until(() -> watcher.comments.size() > 2);
            assertThat(watcher.messages).isEmpty();
        }
    }

    /** Something of its own. */
    private static void changes(String institution) {
        Rows.change("insert into box_news (referral_id, institution, box, type, status, at, event) values"
                + " (gen_random_uuid(), '" + institution
                + "', 'incoming', 'org.puente.referral.issued.v1', 'issued', now(), '{}')");
    }

    private static Watcher watch(String institution, String lastEventId) {
        String token = Tokens.of("gtm", institution, "case-manager");
        Watcher watcher = Watcher.open("/v1/referrals/stream", token, lastEventId);
        await().atMost(SOON).until(watcher::connected);
        return watcher;
    }

    /** The ce_types of what a watcher was sent of a referral. */
    private static List<String> typesSent(Watcher watcher, String referral) {
        return sent(watcher, referral).map(Watcher.Message::event).toList();
    }

    private static Stream<Watcher.Message> sent(Watcher watcher, String referral) {
        return watcher.messages.stream().filter(message -> message.data().contains(referral));
    }

    private String received() {
        OfferPublished offer = published(RegionFacts.offer(offerId("gtm"), null, LONG));
        return receivedFromHonduras(offer, Instant.now().plus(LONG))
                .referralId()
                .toString();
    }
}
