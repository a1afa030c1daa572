package org.puente.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StreamedFactTest {
    private final StreamedFact fact = Facts.of("case.closed", "case-1", "reason", "other");

    @Test
    void knowsTheNodeThatPublishedIt() {
        assertThat(fact.node()).isEqualTo("gtm");
    }

    @Test
    void leavesTheVersionOutOfItsType() {
        assertThat(fact.type()).isEqualTo("case.closed");
    }

    @Test
    void hasNoCaseWhereItIsAboutNone() {
        assertThat(StreamedFact.of(Agency.JSON.createObjectNode().put("source", "/gtm/registry"))
                        .caseId())
                .isEmpty();
    }
}
