package org.puente.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.kafka.ServiceNames;

/** docs/operating.md, "What the ingress lets through". */
class IngressTest {
    private static final List<Manifest> INGRESSES = java.util.stream.Stream.of(Release.GTM, Release.REGION)
            .flatMap(release -> release.objects("Ingress").stream())
            .toList();

    @ParameterizedTest
    @CsvSource({
        "reception, /status",
        "reception, /v1/status",
        "reception, /status/data-requests",
        "reception, /status/complaints",
        "reception, /complaint",
        "reception, /v1/complaint-status",
        "reception, /status.css",
        "reception, /certificate",
        "reception, /v1/certificates/7K2M-9QXR-04TB-HW5D",
        "reception, /v1/certificate-keys",
        "registry, /hsds",
        "registry, /hsds/services/1"
    })
    void everybodyReaches(String service, String path) {
        assertThat(passes("everybody", service, path)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "reception, /v1/returns",
        "reception, /v1/returns/x/certificates",
        "reception, /v1/status/x",
        "reception, /status/x",
        "reception, /v1/complaints",
        "reception, /",
        "registry, /v1/institutions/x",
        "registry, /hsdsx",
        "referral, /v1/referrals",
        "followup, /v1/followups"
    })
    void notEverybodyReaches(String service, String path) {
        assertThat(passes("everybody", service, path)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "reception, /v1/returns", "registry, /v1/offers/x", "referral, /v1/referrals/changes",
                "followup, /v1/followups",
        "reporting, /v1/events", "reporting, /", "reporting, /console/stuck", "reporting, /console/logout",
        "reporting, /console.css", "reporting, /console.js", "reporting, /puente.svg"
    })
    void whoBringsATokenReaches(String service, String path) {
        assertThat(passes("agencies", service, path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q",
                "/q/",
                "/q/health",
                "/q/health/ready",
                "/q/metrics",
                "/q/openapi",
                "/q/swagger-ui",
                "/q/dev",
                "//q",
                "/v1x",
                "/metrics"
            })
    void nobodyReaches(String path) {
        for (String service : ServiceNames.ALL) {
            assertThat(passes("everybody", service, path) || passes("agencies", service, path))
                    .as("%s %s", service, path)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @FieldSource("org.puente.kubernetes.Release#NODES")
    void everyHostHasTls(Release release) {
        for (Manifest ingress : release.objects("Ingress")) {
            assertThat(Manifest.strings(ingress.spec().at("/tls/0/hosts")))
                    .containsExactlyElementsOf(ingress.spec().path("rules").findValuesAsText("host"));
        }
    }

    @Test
    void certificatesNameTheHostWhereTheyAreChecked() {
        Manifest reception = Release.GTM.objects("StatefulSet").stream()
                .filter(set -> set.name().equals("gtm-reception"))
                .findFirst()
                .orElseThrow();
        String address = reception.settings().get("PUENTE_CERTIFICATES_ADDRESS");

        assertThat(Release.GTM.objects("Ingress").stream()
                        .flatMap(ingress -> ingress.spec().path("rules").findValuesAsText("host").stream())
                        .map(host -> "https://" + host))
                .contains(address);
    }

    private static boolean passes(String audience, String service, String path) {
        for (Manifest ingress : INGRESSES) {
            for (JsonNode each : ingress.spec().findValues("paths")) {
                for (JsonNode rule : each) {
                    if (ingress.name().endsWith("-" + audience)
                            && rule.at("/backend/service/name").asText().endsWith("-" + service)
                            && matches(rule, path)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** As Kubernetes' documentation of path types has it: a prefix is one of whole elements. */
    private static boolean matches(JsonNode rule, String path) {
        String allowed = rule.path("path").asText();
        return switch (rule.path("pathType").asText()) {
            case "Exact" -> path.equals(allowed);
            case "Prefix" -> path.equals(allowed) || path.startsWith(allowed.endsWith("/") ? allowed : allowed + "/");
            default -> throw new IllegalArgumentException("It is up to the controller what " + rule + " means");
        };
    }
}
