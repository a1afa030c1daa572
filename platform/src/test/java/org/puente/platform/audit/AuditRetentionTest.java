package org.puente.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.puente.platform.PlatformTestBase;

@QuarkusTest
class AuditRetentionTest extends PlatformTestBase {
    private static final Instant LONG_AGO =
            Instant.now().atZone(ZoneOffset.UTC).minus(Period.ofYears(10)).toInstant();

    @Inject
    AuditRetention retention;

    @Test
    void forgetsWhatWasDoneMoreThanTenYearsAgoAndNothingLater() throws Throwable {
        String before = done(LONG_AGO.minusSeconds(3600));
        String after = done(LONG_AGO.plusSeconds(3600));
        VertxContextSupport.subscribeAndAwait(retention::tick);
        assertThat(subjects()).contains(after).doesNotContain(before);
    }

    private String done(Instant at) {
        String subject = UUID.randomUUID().toString();
        return run(session -> session.createNativeQuery("insert into audit (at, actor, institution, action,"
                        + " subject, fields, why) values (:at, 'a',"
                        + " 'gtm-x', 'read', :subject, '', 'test')")
                .setParameter("at", at)
                .setParameter("subject", subject)
                .executeUpdate()
                .replaceWith(subject));
    }

    private List<String> subjects() {
        return run(session -> session.createNativeQuery("select subject from audit", String.class)
                .getResultList());
    }
}
