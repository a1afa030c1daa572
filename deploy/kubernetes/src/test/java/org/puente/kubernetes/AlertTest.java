package org.puente.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.puente.platform.testing.Promtool;

class AlertTest {
    private static final Path RUNBOOKS = Release.HOME.resolve("../../docs/operating.md");

    @Test
    void everyAlertHasARunbookThatIsThere() throws IOException {
        List<String> anchors = Pattern.compile("(?m)^#+ (.+)$")
                .matcher(Files.readString(RUNBOOKS))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();

        assertThat(alerts())
                .isNotEmpty()
                .allSatisfy(alert -> assertThat(anchors)
                        .contains(alert.at("/annotations/runbook_url").asText().split("#")[1]));
    }

    @Test
    void anAlertAsksForAMetricThatOperatorsKnow() throws IOException {
        String page = Files.readString(RUNBOOKS);

        assertThat(alerts().stream().flatMap(AlertTest::metrics)).isNotEmpty().allMatch(page::contains);
    }

    @Test
    void aNodesAlertsAreOfThatNode() {
        assertThat(alerts(Release.GTM))
                .isNotEmpty()
                .allSatisfy(alert -> assertThat(alert.path("expr").asText())
                        .containsAnyOf(
                                "puente_org_node=\"gtm\"", "consumergroup=~\"gtm[.].+\"", "cnpg_io_cluster=~\"gtm-.+\"")
                        .doesNotContain("puente_org_node!=", "=~\".+\""));
    }

    @Test
    void anAlertAsksForMetricsThatThereAre() {
        assertThat(alerts().stream()
                        .flatMap(alert ->
                                Observability.metrics(alert.path("expr").asText())))
                .isNotEmpty()
                .isSubsetOf(Observability.listedMetrics());
    }

    @Test
    void theRunbooksAreWhereTheOperatorsKeepThem() {
        assertThat(alerts(Release.GTM.with("monitoring.runbooks", "https://wiki.example/puente")))
                .isNotEmpty()
                .allSatisfy(
                        alert -> assertThat(alert.at("/annotations/runbook_url").asText())
                                .startsWith("https://wiki.example/puente#"));
    }

    @ParameterizedTest
    @FieldSource("org.puente.kubernetes.Release#ALL")
    void prometheusReadsTheRules(Release release, @TempDir Path directory) throws IOException {
        for (Manifest rule : release.objects("PrometheusRule")) {
            Path file = directory.resolve(rule.name() + ".yaml");
            Release.YAML.writeValue(file.toFile(), rule.spec());

            Promtool.accepts("check", "rules", file.toString());
        }
    }

    @Test
    void eachAlertFiresWhenItShouldAndNotBefore() {
        Promtool.accepts(Stream.concat(
                        Stream.of("test", "rules"),
                        Observability.alertTests().stream().map(Path::toString))
                .toArray(String[]::new));
    }

    @Test
    void eachAlertFiresInATest() throws IOException {
        assertThat(tested(true)).containsAll(names());
    }

    @Test
    void eachAlertStaysSilentInATest() throws IOException {
        assertThat(tested(false)).containsAll(names());
    }

    private static List<String> names() {
        assertThat(alerts()).isNotEmpty();
        return alerts().stream().map(alert -> alert.path("alert").asText()).toList();
    }

    /** The alerts for which some test expects that they fire, or that they don't. */
    private static Set<String> tested(boolean fires) throws IOException {
        Set<String> tested = new TreeSet<>();
        for (Path file : Observability.alertTests()) {
            for (JsonNode test : Release.YAML.readTree(file.toFile()).path("tests")) {
                for (JsonNode moment : test.path("alert_rule_test")) {
                    if (moment.path("exp_alerts").isEmpty() != fires) {
                        tested.add(moment.path("alertname").asText());
                    }
                }
            }
        }
        return tested;
    }

    private static Stream<String> metrics(JsonNode alert) {
        return Pattern.compile("puente_(?!org)[a-z_]+")
                .matcher(alert.path("expr").asText())
                .results()
                .map(MatchResult::group);
    }

    private static List<JsonNode> alerts() {
        return Stream.of(Release.GTM, Release.BACKBONE)
                .flatMap(release -> alerts(release).stream())
                .toList();
    }

    private static List<JsonNode> alerts(Release release) {
        List<JsonNode> alerts = new ArrayList<>();
        release.objects("PrometheusRule")
                .forEach(rule -> rule.spec().at("/groups/0/rules").forEach(alerts::add));
        return alerts;
    }
}
