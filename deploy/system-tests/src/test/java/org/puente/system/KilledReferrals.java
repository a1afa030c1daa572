package org.puente.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.puente.demo.Institutions;
import org.puente.local.Region;

/**
 * Guatemala's referral-service, killed as a power cut would, and how soon facts are taken in again: beyond the time
 * that as many registrations take on this host while nothing is killed. A session at the broker lasts six seconds, so who
 * comes back must be sooner than that; another instance comes some seconds after it, and without the setting after 45.
 */
record KilledReferrals(Region region, ReceptionClient desk, Institutions institutions) {
    static final Duration BACK = Duration.ofSeconds(3);
    static final Duration TAKEN_OVER = Duration.ofSeconds(10);

    private static final String SERVICE = "gtm/referral";

    /** Enough that their cases lie on several partitions. */
    private static final int CASES = 8;

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** From when it is ready again until it has taken in what was registered meanwhile. */
    Duration untilItIsBack(LocalDate returnedOn) {
        return shortest(BACK, () -> measuredUntilBack(returnedOn));
    }

    /** Where it took too long, the host may have stood still: it is measured again, twice at most. */
    private static Duration shortest(Duration bound, Supplier<Duration> measured) {
        Duration shortest = measured.get();
        for (int again = 0; again < 2 && shortest.compareTo(bound) >= 0; again++) {
            Duration next = measured.get();
            shortest = next.compareTo(shortest) < 0 ? next : shortest;
        }
        return shortest;
    }

    private Duration measuredUntilBack(LocalDate returnedOn) {
        region.kill(SERVICE);
        List<String> cases = register("back", returnedOn);
        region.start(SERVICE);
        Instant ready = Instant.now();
        awaitTaken(SERVICE, cases);
        Duration back = Duration.between(ready, Instant.now());
        return back.minus(undisturbed(SERVICE, "after-back", returnedOn));
    }

    /** From when it was killed until another instance has taken in what was registered then. */
    Duration untilAnotherTakesOver(int port, LocalDate returnedOn) {
        return shortest(TAKEN_OVER, () -> measuredUntilTakenOver(port, returnedOn));
    }

    private Duration measuredUntilTakenOver(int port, LocalDate returnedOn) {
        String other = region.startAnother(SERVICE, port);
        try {
            List<String> before = register("before", returnedOn);
            await().atMost(LONG).until(() -> knows(region.service(other), before) && takesIn(region.management(other)));
            Duration undisturbed = undisturbed(other, "undisturbed", returnedOn);
            region.kill(SERVICE);
            Instant killed = Instant.now();
            List<String> since = register("since", returnedOn);
            awaitTaken(other, since);
            return Duration.between(killed, Instant.now()).minus(undisturbed);
        } finally {
            region.start(SERVICE);
            region.stop(other);
            // The partitions of an instance that has ended are its own for some seconds more: it may come back.
            awaitTaken(SERVICE, register("after", returnedOn));
        }
    }

    private Duration undisturbed(String service, String name, LocalDate returnedOn) {
        Instant begun = Instant.now();
        awaitTaken(service, register(name, returnedOn));
        return Duration.between(begun, Instant.now());
    }

    private void awaitTaken(String service, List<String> cases) {
        await().atMost(LONG).until(() -> knows(region.service(service), cases));
    }

    private List<String> register(String name, LocalDate returnedOn) {
        return IntStream.range(0, CASES)
                .parallel()
                .mapToObj(n -> desk.register(name + "-" + n, returnedOn))
                .map(registered -> registered.path("caseId").asText())
                .toList();
    }

    private boolean knows(URI service, List<String> cases) {
        String token = institutions.system("gtm-igm").token();
        return cases.parallelStream().allMatch(caseId -> isKnown(service, caseId, token));
    }

    /** A request that waits looks at what another instance takes in every two seconds only, which is no measure. */
    private static boolean isKnown(URI service, String caseId, String token) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(service + "/v1/cases/" + caseId + "/matches"))
                .header("Authorization", "Bearer " + token)
                .header("Prefer", "wait=0")
                .timeout(LONG)
                .build();
        try {
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false; // it starts
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Whether some partitions are its own. */
    private static boolean takesIn(URI management) throws IOException, InterruptedException {
        return HTTP.send(
                        HttpRequest.newBuilder(management.resolve("/q/metrics")).build(), BodyHandlers.ofString())
                .body()
                .lines()
                .filter(line -> line.startsWith("kafka_consumer_coordinator_assigned_partitions"))
                .anyMatch(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)) > 0);
    }
}
