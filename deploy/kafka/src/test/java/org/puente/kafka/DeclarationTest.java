package org.puente.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.puente.contracts.NodeId;

/** The table of topics in deploy/kafka/README.md, row by row. */
class DeclarationTest {
    private static final Declaration DECLARATION = new Declaration(Nodes.ofThisBuild());

    @ParameterizedTest
    @CsvSource({
        "puente.gtm.returns, FOR_GOOD, gtm region",
        "puente.gtm.directory, COMPACTED, slv gtm hnd mex region",
        "puente.gtm.referrals.hnd, FOR_GOOD, gtm hnd region",
        "puente.gtm.referrals.gtm, FOR_GOOD, gtm region",
        "puente.gtm.dossiers.hnd, THIRTY_DAYS, hnd",
        "puente.gtm.dossiers.gtm, THIRTY_DAYS, gtm",
        "puente.gtm.followups, FOR_GOOD, gtm region",
        "puente.region.reports, COMPACTED, slv gtm hnd mex region"
    })
    void keepsAndOpensEachTopicByTheTable(String name, Retention kept, String readers) {
        DeclaredTopic topic = DECLARATION.topics().stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(topic)
                .isEqualTo(new DeclaredTopic(
                        topic.topic(),
                        kept,
                        Set.of(readers.split(" ")).stream().map(NodeId::new).collect(Collectors.toSet())));
    }

    @Test
    void aNodeThatJoinsChangesNoTopicAndTakesNoRightOfTheOthers() {
        Declaration joined = new Declaration(DECLARATION.nodes().with(new NodeId("pan")));
        assertThat(joined.topics()).extracting(DeclaredTopic::name).containsAll(names(DECLARATION));
        assertThat(joined.rules()).containsAll(DECLARATION.rules());
    }

    private static List<String> names(Declaration declaration) {
        return declaration.topics().stream().map(DeclaredTopic::name).toList();
    }

    @Test
    void letsOnlyItsNodeWriteATopic() {
        assertThat(DECLARATION.rules())
                .filteredOn(rule -> rule.entry().operation() == AclOperation.WRITE)
                .allMatch(rule -> rule.pattern().name().startsWith("puente." + principal(rule) + "."));
    }

    @Test
    void namesEachTopicOutright() {
        assertThat(DECLARATION.rules())
                .filteredOn(rule -> rule.pattern().resourceType() == ResourceType.TOPIC)
                .allMatch(rule -> rule.pattern().patternType() == PatternType.LITERAL);
    }

    @Test
    void keepsEachPrincipalsGroupsUnderItsName() {
        assertThat(DECLARATION.rules())
                .filteredOn(rule -> rule.pattern().resourceType() == ResourceType.GROUP)
                .hasSize(5)
                .allMatch(rule -> rule.pattern().name().equals(principal(rule) + "."));
    }

    @Test
    void refusesANodeThatIsNamedTwice() {
        NodeId gtm = new NodeId("gtm");
        assertThatThrownBy(() -> new Nodes(List.of(gtm, gtm), new NodeId("region")))
                .hasMessageStartingWith("A node is named twice");
    }

    private static String principal(AclBinding rule) {
        return rule.entry().principal().substring("User:".length());
    }
}
