package org.puente.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BackboneTest {
    private static Backbone backbone;

    @BeforeAll
    static void start() {
        long t = System.nanoTime();
        backbone = Backbone.forTests();
        System.err.println("up " + (System.nanoTime() - t) / 1_000_000);
        backbone.provision();
        System.err.println("prov " + (System.nanoTime() - t) / 1_000_000);
        backbone.freshDatabase("gtm_reception");
        System.err.println("db " + (System.nanoTime() - t) / 1_000_000);
    }

    @Test
    void changesNothingAtASecondRun() {
        assertThat(LocalProvisioning.run(backbone.kafka())).isEmpty();
    }
}
