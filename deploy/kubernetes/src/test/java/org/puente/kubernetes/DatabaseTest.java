package org.puente.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** One database and one role per service, in a cluster of its own. */
class DatabaseTest {

    @ParameterizedTest
    @FieldSource("org.puente.kubernetes.Release#NODES")
    void everyServiceFindsItsDatabase(Release release) {
        for (Manifest set : release.objects("StatefulSet")) {
            Manifest cluster = cluster(release, set);
            String database = cluster.spec().at("/bootstrap/initdb/database").asText();

            assertThat(set.settings().get("PUENTE_DB_ADDRESS"))
                    .isEqualTo(cluster.name() + "-rw." + cluster.namespace() + ".svc:5432");
            assertThat(set.settings().get("QUARKUS_DATASOURCE_JDBC_URL")).contains("/" + database + "?");
            // As the services name it by themselves: node_service.
            assertThat(database).isEqualTo(set.name().replaceFirst("-([a-z]+)$", "_$1"));
        }
    }

    @ParameterizedTest
    @FieldSource("org.puente.kubernetes.Release#NODES")
    void theRoleOwnsItsDatabaseAndNobodyElseMayConnect(Release release) {
        assertThat(release.objects("Cluster")).allSatisfy(cluster -> {
            String database = cluster.spec().at("/bootstrap/initdb/database").asText();
            assertThat(cluster.spec().at("/bootstrap/initdb/owner").asText()).isEqualTo(database);
            assertThat(Manifest.strings(cluster.spec().at("/bootstrap/initdb/postInitApplicationSQL")))
                    .contains("revoke connect, temporary on database \"" + database + "\" from public");
        });
    }

    @ParameterizedTest
    @FieldSource("org.puente.kubernetes.Release#NODES")
    void theServersNameIsVerifiedByBothDrivers(Release release) {
        assertThat(release.objects("StatefulSet")).allSatisfy(set -> {
            assertThat(set.settings().get("QUARKUS_DATASOURCE_JDBC_URL")).contains("sslmode=verify-full");
            assertThat(set.settings())
                    .containsEntry("QUARKUS_DATASOURCE_REACTIVE_POSTGRESQL_SSL_MODE", "verify-full")
                    .containsEntry("QUARKUS_DATASOURCE_REACTIVE_HOSTNAME_VERIFICATION_ALGORITHM", "HTTPS");
        });
    }

    @ParameterizedTest
    @FieldSource("org.puente.kubernetes.Release#NODES")
    void anUninstalledReleaseLeavesItsData(Release release) {
        for (String kind : new String[] {"Cluster", "KafkaTopic"}) {
            assertThat(release.objects(kind))
                    .allMatch(object -> Manifest.map(object.json().at("/metadata/annotations"))
                            .getOrDefault("helm.sh/resource-policy", "")
                            .equals("keep"));
        }
    }

    /** As the local region's: an order of texts that no library of the machine decides. */
    @ParameterizedTest
    @FieldSource("org.puente.kubernetes.Release#NODES")
    void textsAreOrderedAlikeEverywhere(Release release) {
        assertThat(release.objects("Cluster")).allSatisfy(cluster -> {
            assertThat(cluster.spec().at("/bootstrap/initdb/localeProvider").asText())
                    .isEqualTo("builtin");
            assertThat(cluster.spec().at("/bootstrap/initdb/builtinLocale").asText())
                    .isEqualTo("C.UTF-8");
        });
    }

    @ParameterizedTest
    @FieldSource("org.puente.kubernetes.Release#NODES")
    void everyDatabaseIsBackedUp(Release release) {
        assertThat(release.objects("ScheduledBackup").stream()
                        .map(backup -> backup.spec().at("/cluster/name").asText()))
                .containsExactlyInAnyOrderElementsOf(
                        release.objects("Cluster").stream().map(Manifest::name).toList());
    }

    private static Manifest cluster(Release release, Manifest set) {
        return release.objects("Cluster").stream()
                .filter(cluster -> cluster.name().equals(set.name() + "-db"))
                .findFirst()
                .orElseThrow();
    }
}
