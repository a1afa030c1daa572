package org.puente.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.puente.platform.testing.Promtool;

class DashboardTest {
    /** Grafana's own, so that nothing need be installed beside it. */
    private static final Set<String> KINDS = Set.of("row", "timeseries", "stat", "bargauge", "table");

    private static final int COLUMNS = 24;

    @ParameterizedTest
    @FieldSource("org.puente.kubernetes.Observability#DASHBOARDS")
    void asksForMetricsThatThereAre(String dashboard) {
        assertThat(Observability.expressions(dashboard).stream().flatMap(Observability::metrics))
                .isNotEmpty()
                .isSubsetOf(Observability.listedMetrics());
    }

    @ParameterizedTest
    @FieldSource("org.puente.kubernetes.Observability#DASHBOARDS")
    void asksInPrometheusLanguage(String dashboard, @TempDir Path directory) throws IOException {
        Path rules = directory.resolve("rules.yaml");
        ArrayNode recorded = Release.YAML.createArrayNode();
        for (String expression : Observability.expressions(dashboard)) {
            recorded.addObject()
                    .put("record", "asked:" + recorded.size())
                    .put("expr", expression.replace("$node", "gtm").replace("$service", "referral"));
        }
        var file = Release.YAML.createObjectNode();
        file.putArray("groups").addObject().put("name", dashboard).set("rules", recorded);
        Release.YAML.writeValue(rules.toFile(), file);

        Promtool.accepts("check", "rules", rules.toString());
    }

    @ParameterizedTest
    @FieldSource("org.puente.kubernetes.Observability#DASHBOARDS")
    void hasPanelsOfGrafanaThatDoNotOverlap(String dashboard) {
        List<JsonNode> panels = new ArrayList<>();
        Observability.dashboard(dashboard).path("panels").forEach(panels::add);

        assertThat(panels).extracting(panel -> panel.path("type").asText()).isSubsetOf(KINDS);
        assertThat(panels).extracting(panel -> panel.path("id").asInt()).doesNotHaveDuplicates();
        assertThat(panels.stream().flatMap(DashboardTest::cells)).doesNotHaveDuplicates();
        assertThat(panels)
                .extracting(panel ->
                        panel.at("/gridPos/x").asInt() + panel.at("/gridPos/w").asInt())
                .allMatch(end -> end <= COLUMNS);
    }

    private static Stream<String> cells(JsonNode panel) {
        JsonNode at = panel.path("gridPos");
        List<String> cells = new ArrayList<>();
        for (int x = 0; x < at.path("w").asInt(); x++) {
            for (int y = 0; y < at.path("h").asInt(); y++) {
                cells.add((at.path("x").asInt() + x) + "/" + (at.path("y").asInt() + y));
            }
        }
        return cells.stream();
    }

    /** Whoever imports it chooses the source, and finds it again by its address. */
    @ParameterizedTest
    @FieldSource("org.puente.kubernetes.Observability#DASHBOARDS")
    void canBeProvisioned(String dashboard) {
        JsonNode whole = Observability.dashboard(dashboard);

        assertThat(whole.path("uid").asText()).isEqualTo("puente-" + dashboard);
        assertThat(whole.has("id")).as("an id of one Grafana").isFalse();
        assertThat(whole.has("__inputs"))
                .as("questions that provisioning cannot answer")
                .isFalse();
        assertThat(Observability.panels(dashboard))
                .allMatch(panel -> panel.at("/datasource/uid").asText().equals("${datasource}"))
                .allMatch(panel -> !panel.path("title").asText().isBlank());
    }

    @ParameterizedTest
    @FieldSource("org.puente.kubernetes.Observability#DASHBOARDS")
    void isInTheChartOfTheBackboneAsItIs(String dashboard) throws IOException {
        Manifest map = maps(Release.BACKBONE)
                .filter(object -> object.name().equals("puente-dashboard-" + dashboard))
                .findFirst()
                .orElseThrow();

        assertThat(map.json().at("/metadata/labels/grafana_dashboard").asText()).isEqualTo("1");
        assertThat(map.json().at("/data/puente-" + dashboard + ".json").asText().strip())
                .isEqualTo(Files.readString(Observability.HOME.resolve("dashboards/" + dashboard + ".json"))
                        .strip());
    }

    @Test
    void aNodeWithAGrafanaOfItsOwnGetsItsDashboards() {
        assertThat(maps(Release.GTM.with("monitoring.dashboards", true)))
                .extracting(Manifest::name)
                .containsExactly("gtm-dashboard-node", "gtm-dashboard-service");
        assertThat(maps(Release.GTM)).isEmpty();
    }

    private static Stream<Manifest> maps(Release release) {
        return release.objects("ConfigMap").stream()
                .filter(object -> object.name().contains("-dashboard-"));
    }
}
