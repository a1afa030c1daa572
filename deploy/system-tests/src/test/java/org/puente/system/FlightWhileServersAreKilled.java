package org.puente.system;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.puente.demo.Backlogs;
import org.puente.demo.CaseOffice;
import org.puente.demo.Figures;
import org.puente.demo.Institutions;
import org.puente.demo.People;
import org.puente.demo.Person;
import org.puente.demo.Reception;
import org.puente.local.Progress;
import org.puente.local.Region;
import org.puente.local.Setup;
import org.puente.platform.testing.SpanReceiver;

/**
 * A region of two nodes, and the people of a flight who were registered there and referred at once,
 * while servers were killed.
 *
 * @param cases in the order of their answers
 */
record FlightWhileServersAreKilled(
        Region region,
        org.puente.demo.Region addresses,
        Institutions institutions,
        SpanReceiver traces,
        List<Person> people,
        Queue<Reception.Case> cases,
        Queue<CaseOffice.Issued> issued)
        implements AutoCloseable {
    /** On which the people of the pages came. */
    static final LocalDate PAGES_DAY = LocalDate.of(2025, 1, 3);

    private static final String OTHER_DAY = "\"returnedOn\":\"" + PAGES_DAY + "\"";
    private static final Duration SETTLED = Duration.ofMinutes(4);

    /** For what is on its way, on a host that a whole region shares; less than {@code Agency} waits for an answer. */
    private static final String WAIT = "PT25S";

    /**
     * Starts the region, and registers and refers all.
     *
     * @param archive where the databases put their log
     */
    static FlightWhileServersAreKilled begin(Path data, Path archive, int offset, int count) {
        SpanReceiver traces = new SpanReceiver();
        Region region = Region.start(
                Setup.all(data)
                        .withNodes("gtm", "hnd")
                        .withPortOffset(offset)
                        .withDatabase(BaseBackup.archiving(archive))
                        .withEnvironment(Map.of(
                                "OTEL_EXPORTER_OTLP_ENDPOINT", traces.address(),
                                "PUENTE_HTTP_WAIT_USUAL", WAIT,
                                "PUENTE_HTTP_WAIT_MOST", WAIT))
                        .withSwaggerUi(),
                true,
                new Progress(System.out));
        org.puente.demo.Region addresses = new org.puente.demo.Region(8100 + offset, region.realm());
        FlightWhileServersAreKilled flight = new FlightWhileServersAreKilled(
                region,
                addresses,
                new Institutions(addresses),
                traces,
                People.flight("gtm", count, "HND", 0.5),
                new ConcurrentLinkedQueue<>(),
                new ConcurrentLinkedQueue<>());
        flight.registerAndRefer();
        // What pages and clients send once waits for what is on its way, not for all of the flight.
        await().atMost(SETTLED).until(() -> Backlogs.isEmpty(addresses, "gtm", "hnd"));
        return flight;
    }

    private void registerAndRefer() {
        Reception reception = new Reception(addresses, institutions, new Figures());
        DisturbedOffice office = DisturbedOffice.of(addresses, institutions);
        try (ExecutorService desks = Executors.newFixedThreadPool(8)) {
            for (Person person : people) {
                desks.execute(() -> reception.register(person).ifPresent(registered -> {
                    cases.add(registered);
                    office.refer(registered).ifPresent(issued::add);
                }));
            }
            killAndRestart("hnd/referral", people.size() / 5);
            killAndRestart("gtm/reception", 2 * people.size() / 5);
            killAndRestart("kafka", 3 * people.size() / 5);
        }
    }

    private void killAndRestart(String server, int after) {
        await().atMost(SETTLED).until(() -> cases.size() >= after);
        region.kill(server);
        await().pollDelay(Duration.ofSeconds(3)).atMost(SETTLED).until(() -> true); // gone for seconds is the case
        region.start(server);
    }

    /** Keys of a topic's records of one type, without those of people who came on another day. */
    List<String> keys(String topic, String type) {
        return Topics.keys(region.kafkaAdmin(), topic, type, OTHER_DAY);
    }

    /** What of these people must never be on the wire. */
    Set<String> words() {
        return people.stream().flatMap(person -> person.identity().stream()).collect(Collectors.toSet());
    }

    /** Of a referral, as an institution at a node sees it. */
    String status(String node, String institution, CaseOffice.Issued referral) {
        return institutions.status(node, institution, referral.referralId());
    }

    @Override
    public void close() {
        region.close();
        traces.close();
    }
}
