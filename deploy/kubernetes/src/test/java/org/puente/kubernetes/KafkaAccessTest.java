package org.puente.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.puente.contracts.NodeId;
import org.puente.kafka.Declaration;
import org.puente.kafka.DeclaredTopic;
import org.puente.kafka.Nodes;

/** Topics, principals and rules of all releases together are what the provisioning of deploy/kafka makes. */
class KafkaAccessTest {

    /** The list of this build; with a fifth country, and with an institution's own node; one node alone. */
    static Stream<Nodes> lists() {
        Nodes four = Nodes.ofThisBuild();
        List<NodeId> six = new ArrayList<>(four.nodes());
        six.add(new NodeId("pan"));
        six.add(new NodeId("mex-inm"));
        return Stream.of(four, new Nodes(six, four.region()), new Nodes(List.of(new NodeId("gtm")), four.region()));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void topicsAreThoseOfTheProvisioning(Nodes nodes) {
        Map<String, Map<String, String>> rendered = new HashMap<>();
        objects(nodes, "KafkaTopic")
                .forEach(topic ->
                        rendered.put(topic.name(), Manifest.map(topic.spec().path("config"))));
        Map<String, Map<String, String>> declared = new HashMap<>();
        for (DeclaredTopic topic : new Declaration(nodes).topics()) {
            declared.put(topic.topic().name(), topic.retention().settings());
        }

        assertThat(rendered).isEqualTo(declared);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void noTopicIsMadeByTwoReleases(Nodes nodes) {
        assertThat(objects(nodes, "KafkaTopic").stream().map(Manifest::name)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("lists")
    void principalsAreThoseOfTheProvisioning(Nodes nodes) {
        assertThat(objects(nodes, "KafkaUser").stream().map(Manifest::name))
                .containsExactlyInAnyOrderElementsOf(
                        nodes.all().stream().map(NodeId::value).toList());
    }

    @ParameterizedTest
    @MethodSource("lists")
    void rulesAreThoseOfTheProvisioning(Nodes nodes) {
        Set<AclBinding> rendered = new HashSet<>();
        objects(nodes, "KafkaUser").forEach(user -> rendered.addAll(rules(user)));

        assertThat(rendered).isEqualTo(new Declaration(nodes).rules());
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aNodeWritesNoTopicOfAnother(Nodes nodes) {
        for (Manifest user : objects(nodes, "KafkaUser")) {
            assertThat(rules(user))
                    .filteredOn(rule -> rule.entry().operation() != AclOperation.READ)
                    .allSatisfy(rule -> {
                        assertThat(rule.pattern().resourceType()).isEqualTo(ResourceType.TOPIC);
                        assertThat(rule.pattern().patternType()).isEqualTo(PatternType.LITERAL);
                        assertThat(rule.pattern().name()).startsWith("puente." + user.name() + ".");
                    });
        }
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aNodeReadsNoDossierSealedToAnother(Nodes nodes) {
        for (Manifest user : objects(nodes, "KafkaUser")) {
            assertThat(rules(user))
                    .filteredOn(rule -> rule.entry().operation() == AclOperation.READ
                            && rule.pattern().name().contains(".dossiers."))
                    .allSatisfy(rule -> assertThat(rule.pattern().name()).endsWith(".dossiers." + user.name()));
        }
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aPrincipalIsBoundedInWhatItTakesOfABroker(Nodes nodes) {
        assertThat(objects(nodes, "KafkaUser"))
                .allSatisfy(user -> assertThat(user.spec().path("quotas").fieldNames())
                        .toIterable()
                        .contains("producerByteRate", "consumerByteRate", "requestPercentage"));
    }

    /** As the operators of the backbone install it for a node in another cluster, whose addresses they need not know. */
    @Test
    void theKafkaPartAloneAsksForNoSettingOfTheOthers() {
        Release part = Release.GTM
                .with("parts.services", false)
                .with("parts.databases", false)
                .with("ingress.domain", "null")
                .with("image.repository", "null")
                .with("backup.objectStore", "null");
        assertThat(part.objects()).extracting(Manifest::kind).containsOnly("KafkaTopic", "KafkaUser");
    }

    /** Of a release of each node, all with this list. */
    private static List<Manifest> objects(Nodes nodes, String kind) {
        List<Manifest> objects = new ArrayList<>();
        for (NodeId node : nodes.all()) {
            Release release = Release.GTM
                    .with("node", node.value())
                    .with("parts.services", false)
                    .with("parts.databases", false);
            for (int i = 0; i < nodes.nodes().size(); i++) {
                release = release.with("nodes[" + i + "]", nodes.nodes().get(i).value());
            }
            objects.addAll(release.objects(kind));
        }
        return objects;
    }

    private static Set<AclBinding> rules(Manifest user) {
        Set<AclBinding> rules = new HashSet<>();
        for (JsonNode acl : user.spec().at("/authorization/acls")) {
            JsonNode resource = acl.path("resource");
            ResourcePattern pattern = new ResourcePattern(
                    ResourceType.fromString(resource.path("type").asText()),
                    resource.path("name").asText(),
                    // Strimzi's word for it is "prefix".
                    resource.path("patternType").asText().equals("prefix")
                            ? PatternType.PREFIXED
                            : PatternType.LITERAL);
            for (String operation : Manifest.strings(acl.path("operations"))) {
                rules.add(new AclBinding(
                        pattern,
                        new AccessControlEntry(
                                "User:" + user.name(),
                                acl.path("host").asText("*"),
                                AclOperation.fromString(operation),
                                AclPermissionType.fromString(acl.path("type").asText("allow")))));
            }
        }
        return rules;
    }
}
