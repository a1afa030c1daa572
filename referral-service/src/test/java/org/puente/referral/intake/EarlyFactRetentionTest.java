package org.puente.referral.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.puente.referral.ReferralServiceTestBase;
import org.puente.referral.Rows;

@QuarkusTest
class EarlyFactRetentionTest extends ReferralServiceTestBase {
    @Inject
    EarlyFactRetention retention;

    @Test
    void factsOfAReferralThatNeverCameAreDropped() throws Throwable {
        String fact = UUID.randomUUID().toString();
        Rows.change("insert into early_fact (id, referral_id, source_node, type, fact, at, came_at)"
                + " values ('%s', gen_random_uuid(), 'mex', 'x', '{}', now(),".formatted(fact)
                + " now() - interval '31 days')");
        VertxContextSupport.subscribeAndAwait(retention::tick);
        assertThat(Rows.read("select id from early_fact where id = '" + fact + "'"))
                .isNull();
    }
}
