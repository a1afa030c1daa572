package org.puente.platform.operations;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.puente.local.Backbone;
import org.puente.platform.PlatformTestBase;
import org.puente.platform.testing.ExpectedErrors;
import org.puente.platform.testing.Management;

/** Two instances were given one name by mistake: an operator sees it. */
@QuarkusTest
@TestProfile(GroupMembershipTest.Named.class)
class GroupMembershipTest extends PlatformTestBase {
    private static final Duration LONG = Duration.ofMinutes(3);

    public static class Named implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("puente.kafka.static-members", "true", "puente.instance", "one");
        }
    }

    @Test
    @ExpectedErrors({"has the name of this one", "fenced", "FENCED", "Fenced", "rejected this static consumer"})
    void anInstanceWhoseNameAnotherOneTakesIsNotAlive() {
        await().atMost(SOON).until(() -> liveness() == 200 && isMember());
        await().atMost(LONG).pollInSameThread().until(this::isFoundWhileAnotherHasTheName);
        given().get(Management.at("/q/health/live")).then().body(containsString("one.facts"));
    }

    /** The service may take the name back: then the other one begins anew, as an instance that is restarted. */
    private boolean isFoundWhileAnotherHasTheName() {
        try (KafkaConsumer<byte[], byte[]> other = new KafkaConsumer<>(sameName())) {
            other.subscribe(List.of(OWN_TOPIC));
            for (int i = 0; i < 100 && liveness() == 200; i++) {
                other.poll(Duration.ofMillis(100));
            }
            return liveness() == 503;
        } catch (FencedInstanceIdException takenBack) {
            return false;
        }
    }

    private static int liveness() {
        return given().get(Management.at("/q/health/live")).statusCode();
    }

    /** Before the first fact there may be no member yet. */
    private boolean isMember() {
        var fact = fact("mex", 1);
        put("mex", fact);
        await().atMost(SOON).until(() -> effects(fact.subject()) == 1);
        return true;
    }

    private static Map<String, Object> sameName() {
        Map<String, Object> settings = new HashMap<>(Backbone.forTests().kafkaClient("gtm"));
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, "gtm.registry");
        settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, "one.facts");
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "test-client-of-the-same-name");
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        return settings;
    }
}
