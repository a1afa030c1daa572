package org.puente.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TracesTest {
    private static final String RECEIVER = "http://collector.monitoring.svc:4318";

    static final Release TRACED = Release.GTM.with("traces.endpoint", RECEIVER);

    private static Stream<Map<String, String>> settings(Release release) {
        return release.objects("StatefulSet").stream().map(Manifest::settings);
    }

    @Test
    void areOffUnlessAReceiverIsNamed() {
        assertThat(settings(Release.GTM))
                .isNotEmpty()
                .noneMatch(settings -> settings.containsKey("OTEL_EXPORTER_OTLP_ENDPOINT"));
    }

    @Test
    void oneSettingSwitchesThemOnForAllServices() {
        assertThat(settings(TRACED))
                .hasSize(4)
                .allMatch(
                        settings -> settings.get("OTEL_EXPORTER_OTLP_ENDPOINT").equals(RECEIVER));
    }

    @Test
    void aShareOfThemIsExported() {
        assertThat(settings(TRACED.with("traces.share", 0.1)))
                .allMatch(settings -> settings.get("OTEL_TRACES_SAMPLER_ARG").equals("0.1"));
    }

    @Test
    void aReceiverThatIsNoAddressIsRefused() {
        assertThatThrownBy(() ->
                        Release.GTM.with("traces.endpoint", "collector:4318").text())
                .hasMessageContaining("endpoint");
    }
}
