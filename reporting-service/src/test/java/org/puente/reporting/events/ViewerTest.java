package org.puente.reporting.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.smallrye.mutiny.subscription.BackPressureFailure;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ViewerTest {
    @Test
    void oneWhoReadsTooSlowlyIsLetGoAfterWhatWaits() {
        Viewer viewer = new Viewer(EventFilter.ALL);
        AssertSubscriber<EncodedEvent> slow = viewer.events().subscribe().withSubscriber(AssertSubscriber.create(1));
        LongStream.rangeClosed(1, 5_000).forEach(position -> viewer.send(event(position)));
        assertThat(slow.getItems()).hasSize(1);

        slow.request(Long.MAX_VALUE);

        slow.awaitFailure().assertFailedWith(BackPressureFailure.class);
        assertThat(slow.getItems())
                .extracting(EncodedEvent::position)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 4_001).boxed().toList());
    }

    private static EncodedEvent event(long position) {
        return EncodedEvent.of(
                new StoredEvent(position, "gtm", "returns", "org.puente.return.registered.v1", null, "{}"),
                String.valueOf(position));
    }
}
