package org.puente.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

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
                .allSatisfy(alert -> assertThat(alert.path("expr").asText())
                        .containsAnyOf("puente_org_node=\"gtm\"", "consumergroup=~\"gtm[.].+\""));
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
