package org.puente.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.puente.contracts.DirectoryFact.CapacityChanged;
import org.puente.platform.json.Json;

/** Facts whose type only a later release knows (ADR 022). */
@QuarkusTest
class FactsForLaterTest extends DeadLetterSlice {
    @Inject
    FactsForLater forLater;

    @Test
    void aTypeOfALaterReleaseIsKeptForIt() {
        CapacityChanged fact = fact("hnd", 0);
        Map<String, String> headers = new LinkedHashMap<>(headers(UUID.randomUUID(), "hnd", fact));
        headers.put("ce_type", "org.puente.capacity.bent.v1");
        headers.put("ce_dataschema", "https://puente.example/schemas/capacity.bent.v1.json");
        put("hnd", headers, fact.subject(), "{\"bent\": true}");
        await().atMost(SOON).untilAsserted(() -> list("later").body("items.key", hasItem(fact.subject())));
        list("waiting").body("items.key", not(hasItem(fact.subject())));
    }

    @Test
    void theReleaseThatKnowsTheTypeTakesItInByItselfAndInOrder() throws Throwable {
        CapacityChanged first = fact("hnd", 0);
        CapacityChanged second = fact("hnd", 0);
        CapacityChanged newer = fact("hnd", 0);
        letter("hnd", first, Json.write(first), "type-unknown");
        letter("hnd", second, Json.write(second), "type-unknown");
        forLater.onPartitionsAssigned(null, List.of());
        put("hnd", newer);
        await().atMost(SOON).until(() -> effects(newer.subject()) == 1);
        assertThat(List.of(place(first), place(second), place(newer))).isSorted();
    }

    private long place(CapacityChanged fact) {
        return count("select id from effect where subject = ?", fact.subject());
    }

    @Test
    void whatTheLaterReleaseRefusesIsADeadLetterThen() throws Throwable {
        CapacityChanged fact = fact("hnd", 13);
        letter("hnd", fact, Json.write(fact), "type-unknown");
        VertxContextSupport.subscribeAndAwait(forLater::look);
        // The service's own look may have it in hand.
        await().atMost(SOON).untilAsserted(() -> list("waiting").body("items.key", hasItems(fact.subject())));
    }
}
