package org.puente.reception.arrivals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.puente.contracts.Fact;
import org.puente.platform.testing.Wire;

/** One node announces without end. Its last ten places are left; what is here before stands for what it sent before. */
@QuarkusTest
class ManyArrivalsTest extends HostileManifestTestBase {
    private static final int MOST = 2000;
    private static final int LEFT = 10;
    private static final int MOST_UNKNOWN = 200;

    private final List<ArrivalForm> many =
            Stream.generate(() -> ArrivalForm.to("gtm-fag").people(3)).limit(40).toList();

    private final String keys = many.stream().map(ArrivalForm::id).collect(Collectors.joining("', '", "('", "')"));

    @BeforeEach
    @AfterEach
    void nothingOfItIsHere() {
        execute(CLEAR);
        execute("delete from dead_letter where record_key in " + keys);
    }

    private static UUID send(Fact fact) {
        return Wire.publish("slv", "reception", "gtm", fact);
    }

    private long stored(String what) {
        return count("select count(*) from expected_arrival where from_node = 'slv' and " + what);
    }

    private long people() {
        return count("select count(*) from manifest_entry where from_node = 'slv'");
    }

    private void awaitPutAside(int count) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> count("select count(*) from dead_letter where cause = 'too-many-arrivals'"
                                + " and record_key in " + keys)
                        == count);
    }

    @Test
    void asManyGetInAsThereIsRoomForAndNobodysPeopleBeyond() {
        fill(String.valueOf(MOST - LEFT), "'gtm-igm'", "null");

        many.forEach(one -> send(fromSalvador(one)));
        awaitPutAside(many.size() - LEFT);

        assertThat(stored("cancelled_at is null")).isEqualTo(MOST);
        assertThat(people()).isEqualTo(LEFT * 3);
    }

    @Test
    void anotherNodesArrivalGetsInAmongThem() {
        fill(String.valueOf(MOST), "'gtm-igm'", "null");
        many.subList(0, 20).forEach(one -> send(fromSalvador(one)));
        fromMexico(sealed(whole(form)));
        many.subList(20, 40).forEach(one -> send(fromSalvador(one)));

        assertThat(arrival(form).statusCode()).isEqualTo(200);
        awaitPutAside(many.size());
        assertThat(manifest(form).<List<Object>>path("items")).hasSize(4);
        assertThat(people()).isZero();
    }

    @Test
    void cancellingMakesNoRoomWithoutEnd() {
        fill(String.valueOf(MOST - LEFT), "'gtm-igm'");

        List<UUID> cancellations = new ArrayList<>();
        many.forEach(one -> {
            send(fromSalvador(one));
            cancellations.add(send(erasedBySalvador(one)));
        });
        settledOrPutAside(cancellations);
        awaitPutAside(many.size() - LEFT);
        await().atMost(Duration.ofSeconds(30)).until(() -> stored("institution is null") == many.size() - LEFT);

        assertThat(stored("institution is not null")).isEqualTo(MOST);
        assertThat(people()).isZero();
    }

    @Test
    void cancellationsOfWhatNeverCameAreKeptToTheirOwnBound() {
        fill(String.valueOf(MOST_UNKNOWN - LEFT), "null");

        many.forEach(one -> send(erasedBySalvador(one)));
        awaitPutAside(many.size() - LEFT);

        assertThat(stored("institution is null")).isEqualTo(MOST_UNKNOWN);
        ArrivalForm honest = ArrivalForm.to("gtm-fag").person();
        send(fromSalvador(honest));
        assertThat(arrival(honest).statusCode())
                .as("announcements still have room")
                .isEqualTo(200);
    }
}
