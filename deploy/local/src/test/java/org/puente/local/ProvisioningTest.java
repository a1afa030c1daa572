package org.puente.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.puente.contracts.NodeId;
import org.puente.kafka.Declaration;
import org.puente.kafka.Nodes;
import org.puente.kafka.Provisioning;

/** {@link Provisioning} on a real broker. */
@ResourceLock("backbone")
class ProvisioningTest {
    private static final Nodes FOUR = Nodes.ofThisBuild();
    private static final NodeId COSTA_RICA = new NodeId("cri");
    private static final Nodes FIVE = new Nodes(
            Stream.concat(FOUR.nodes().stream(), Stream.of(COSTA_RICA)).toList(), FOUR.region());
    private static final Map<String, String> PASSWORDS = Map.of("cri", "secreto");

    private static Admin admin;

    @BeforeAll
    static void provision() {
        Backbone backbone = Backbone.forTests();
        backbone.provision();
        admin = Admin.create(backbone.kafkaAdmin());
    }

    @AfterAll
    static void leaveAsItWas() throws InterruptedException {
        run(FOUR);
        admin.close();
    }

    @Test
    void changesNothingAtASecondRun() throws InterruptedException {
        run(FOUR);
        assertThat(run(FOUR)).isEmpty();
    }

    @Test
    void addsANodeByOneLineAndOneRun() throws InterruptedException {
        run(FOUR);
        assertThat(run(FIVE))
                .contains("allowed User:cri WRITE TOPIC puente.cri.returns")
                .allMatch(change -> change.contains("cri"));
    }

    @Test
    void revokesTheRightsOfANodeThatLeft() throws InterruptedException {
        run(FIVE);
        assertThat(run(FOUR))
                .contains("revoked User:cri READ GROUP cri.")
                .allMatch(change -> change.startsWith("revoked") && change.contains("cri"));
    }

    @Test
    void refusesANewNodeWithoutAPassword() {
        Nodes six = new Nodes(List.of(new NodeId("pan")), FOUR.region());
        assertThatThrownBy(() -> provisioning(six).run(Map.of())).hasMessage("No password for new principal pan");
    }

    @Test
    void givesEachTopicSixPartitions() throws Exception {
        TopicDescription topic = admin.describeTopics(List.of("puente.gtm.returns"))
                .allTopicNames()
                .get()
                .get("puente.gtm.returns");
        assertThat(topic.partitions()).hasSize(6);
    }

    @Test
    void keepsDossiersThirtyDays() throws Exception {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, "puente.gtm.dossiers.hnd");
        assertThat(admin.describeConfigs(List.of(topic))
                        .all()
                        .get()
                        .get(topic)
                        .get("retention.ms")
                        .value())
                .isEqualTo("2592000000");
    }

    private static List<String> run(Nodes nodes) throws InterruptedException {
        return provisioning(nodes).run(PASSWORDS);
    }

    private static Provisioning provisioning(Nodes nodes) {
        return new Provisioning(admin, new Declaration(nodes), 6, 1);
    }
}
