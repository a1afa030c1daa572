package org.puente.platform.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.puente.contracts.CapacityUnit;
import org.puente.contracts.DirectoryFact.CapacityChanged;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.contracts.OfferId;

/**
 * What Prometheus gets of a service: each metric that {@code deploy/observability/metrics.json}
 * lists for it, since dashboards and alerts ask for them, and no other one of ours.
 */
public abstract class MetricRules {
    private static final Duration ALL_COUNTED = Duration.ofSeconds(60);

    /** Besides those of requests, of which tests make every kind; a fresh service has some 160. */
    private static final int MAX_SERIES = 250;

    private static final Path LIST =
            Path.of(System.getProperty("puente.home", ".."), "deploy/observability/metrics.json");

    @ConfigProperty(name = "puente.node")
    String node;

    @ConfigProperty(name = "puente.service")
    String service;

    /** What must have happened before all metrics are there: a request, and a fact of this node. */
    protected void use() {
        given().get("/v1/nothing");
        String publisher = node.equals("region") ? "gtm" : node;
        Wire.publish(
                publisher,
                "registry",
                null,
                new CapacityChanged(
                        new OfferId(publisher + "-counted"),
                        new InstitutionId(publisher + "-counted"),
                        new NodeId(publisher),
                        1,
                        2,
                        CapacityUnit.PERSONS,
                        0,
                        Instant.parse("2025-01-02T00:00:00Z")));
    }

    private static String metrics() {
        return given().accept("text/plain").get(Management.at("/q/metrics")).asString();
    }

    private Set<String> listed() throws IOException {
        JsonNode services = new ObjectMapper().readTree(LIST.toFile()).path("services");
        Set<String> names = new TreeSet<>();
        services.path("every").forEach(name -> names.add(name.asText()));
        services.path(service).forEach(name -> names.add(name.asText()));
        return names;
    }

    private static Stream<String> names(String metrics) {
        return Pattern.compile("(?m)^([a-z][a-zA-Z0-9_]*)[{ ]")
                .matcher(metrics)
                .results()
                .map(series -> series.group(1));
    }

    @Test
    void everyMetricThatIsListedIsThere() throws IOException {
        Set<String> listed = listed();
        use();
        await().atMost(ALL_COUNTED)
                .untilAsserted(() -> assertThat(names(metrics())).containsAll(listed));
    }

    @Test
    void everyMetricOfOursIsListed() throws IOException {
        use();
        assertThat(names(metrics()).filter(name -> name.startsWith("puente_"))).isSubsetOf(listed());
    }

    @Test
    void thereIsNoSeriesForEachPartition() {
        String metrics = metrics();
        assertThat(metrics).doesNotContain("partition=");
        assertThat(names(metrics)
                        .filter(name -> !name.startsWith("http_server_"))
                        .count())
                .isLessThan(MAX_SERIES);
    }

    /** Prometheus' own judgement of names, types and units of what is ours. */
    @Test
    void namesAreThoseOfTheConvention() {
        Promtool.acceptsInput(ours(metrics()), "check", "metrics");
    }

    private static String ours(String metrics) {
        return Pattern.compile("(?m)^(# [A-Z]+ )?puente_.*$")
                .matcher(metrics)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
