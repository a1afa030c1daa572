package org.puente.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock("backbone")
class BackboneTest {
    private static Backbone backbone;

    @BeforeAll
    static void start() {
        backbone = Backbone.forTests();
    }

    @Test
    void givesEachServiceADatabaseOfItsOwn() {
        backbone.freshDatabase("gtm_reception");
        assertThatCode(() -> connect("gtm_reception", "gtm_reception")).doesNotThrowAnyException();
    }

    @Test
    void letsNoServiceIntoAnothersDatabase() {
        backbone.freshDatabase("gtm_reception");
        backbone.freshDatabase("gtm_registry");
        assertThatThrownBy(() -> connect("gtm_registry", "gtm_reception"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    @Test
    void emptiesADatabaseThatIsMadeAnew() throws SQLException {
        backbone.freshDatabase("gtm_followup");
        try (Connection connection = open("gtm_followup", "gtm_followup")) {
            connection.createStatement().execute("create table visit (id int)");
        }
        backbone.freshDatabase("gtm_followup");
        try (Connection connection = open("gtm_followup", "gtm_followup")) {
            assertThat(connection
                            .getMetaData()
                            .getTables(null, "public", "visit", null)
                            .next())
                    .isFalse();
        }
    }

    @Test
    void keepsWhatTheBrokerHadWhenItIsKilled() throws InterruptedException, ExecutionException {
        backbone.provision();
        backbone.killBroker();
        backbone.startBroker();
        try (Admin admin = Admin.create(backbone.kafkaAdmin())) {
            assertThat(admin.listTopics().names().get()).contains("puente.gtm.returns");
        }
    }

    private static void connect(String role, String database) throws SQLException {
        open(role, database).close();
    }

    private static Connection open(String role, String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + backbone.databases() + "/" + database, role, backbone.password());
    }
}
