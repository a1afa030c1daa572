package org.puente.platform.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import io.quarkus.test.junit.callback.QuarkusTestAfterAllCallback;
import io.quarkus.test.junit.callback.QuarkusTestContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.ConfigProvider;
import org.puente.contracts.FactType;
import org.puente.platform.json.Json;

/**
 * After each class of tests: whatever the service under test has sent meanwhile keeps to the
 * released schemas. What broke one would end in the dead letters of every other.
 */
public class SchemaGuard implements QuarkusTestAfterAllCallback {
    private static final Map<FactType, JsonSchema> SCHEMAS = new ConcurrentHashMap<>();
    private static final Map<String, Integer> LOOKED_AT = new HashMap<>();

    @Override
    public void afterAll(QuarkusTestContext context) {
        String node = ConfigProvider.getConfig().getValue("puente.node", String.class);
        String service = ConfigProvider.getConfig().getValue("puente.service", String.class);
        List<String> breaches = Wire.topics("puente." + node + ".").stream()
                .flatMap(SchemaGuard::unseen)
                .filter(record -> isFrom("/" + node + "/" + service, record))
                .flatMap(SchemaGuard::breaches)
                .toList();
        if (!breaches.isEmpty()) {
            throw new AssertionError("facts that break their schemas were sent: " + breaches);
        }
    }

    private static Stream<ConsumerRecord<String, String>> unseen(String topic) {
        List<ConsumerRecord<String, String>> all = Wire.dump(topic);
        int from = LOOKED_AT.getOrDefault(topic, 0);
        LOOKED_AT.put(topic, all.size());
        return all.subList(Math.min(from, all.size()), all.size()).stream();
    }

    private static boolean isFrom(String source, ConsumerRecord<String, String> record) {
        return source.equals(Wire.header(record, "ce_source")) && record.value() != null;
    }

    private static Stream<String> breaches(ConsumerRecord<String, String> record) {
        String type = Wire.header(record, "ce_type");
        return FactType.of(type).map(SchemaGuard::schema).stream()
                .flatMap(schema -> schema.validate(json(record.value())).stream())
                .map(message -> type + ": " + message.getMessage());
    }

    private static JsonSchema schema(FactType type) {
        return SCHEMAS.computeIfAbsent(type, SchemaGuard::read);
    }

    private static JsonSchema read(FactType type) {
        try (InputStream in = FactType.class.getClassLoader().getResourceAsStream(type.resource())) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(
                            Json.mapper().readTree(in),
                            SchemaValidatorsConfig.builder()
                                    .formatAssertionsEnabled(true)
                                    .build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return Json.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("a fact that is no JSON was sent", e);
        }
    }
}
