package org.puente.reception.returns.batches;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.puente.reception.ReceptionTest;

@QuarkusTest
class ErasedRowKeysTest extends ReceptionTest {
    @Inject
    ErasedRowKeys rowKeys;

    @Test
    void replacesKeysThatAnEarlierReleaseLeft() throws Throwable {
        String key = "fila-" + UUID.randomUUID();
        String consent = UUID.randomUUID().toString();
        execute("insert into registration_key (institution, key, hash, case_id, consent_id) values ('gtm-igm', '" + key
                + "', 'x', gen_random_uuid(), '" + consent + "')");
        VertxContextSupport.subscribeAndAwait(rowKeys::tick);

        assertThat(count("select count(*) from registration_key where key = '" + key + "' or consent_id = '" + consent
                        + "'"))
                .isZero();
        assertThat(count("select count(*) from registration_key where erased and key = '" + rowKeys.mark("gtm-igm", key)
                        + "'"))
                .isOne();
    }

    /** A client sends its day again soon after the erasure, however long the return stood. */
    @Test
    void countsTheTimeThatAMarkIsKeptFromTheErasure() throws Throwable {
        String key = "fila-" + UUID.randomUUID();
        execute("insert into registration_key (institution, key, hash, case_id, consent_id, at) values ('gtm-igm', '"
                + key + "', 'x', gen_random_uuid(), gen_random_uuid(), now() - interval '300 days')");
        LocalDate before = LocalDate.now(ZoneOffset.UTC);
        VertxContextSupport.subscribeAndAwait(rowKeys::tick);

        assertThat(count("select count(*) from registration_key where key = '" + rowKeys.mark("gtm-igm", key)
                        + "' and at = date_trunc('day', at, 'UTC') and at between '" + before
                        + "T00:00:00Z' and now()"))
                .isOne();
    }

    @Test
    void marksTheSameKeyOfTwoInstitutionsApart() {
        assertThat(rowKeys.mark("gtm-igm", "1")).isNotEqualTo(rowKeys.mark("gtm-other", "1"));
    }
}
