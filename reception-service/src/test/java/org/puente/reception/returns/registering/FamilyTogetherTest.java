package org.puente.reception.returns.registering;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.puente.contracts.CaseId;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.platform.ids.Ids;
import org.puente.platform.json.Json;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.web.Caller;
import org.puente.platform.web.GroupIdempotency.Outcome;
import org.puente.platform.web.GroupIdempotency.Request;
import org.puente.reception.ReceptionTest;
import org.puente.reception.RegistrationForm;
import org.puente.reception.returns.Registration;

/** A child and its mother whose single registrations one transaction writes. */
@QuarkusTest
class FamilyTogetherTest extends ReceptionTest {
    private static final InstitutionId OWN = new InstitutionId("gtm-igm");

    @Inject
    ReturnRegistering registering;

    @Inject
    UnitOfWork work;

    private final CaseId mother = new CaseId(Ids.next());

    @Test
    void aChildMayNameItsMotherByTheIdThatTheClientMade() throws Throwable {
        assertThat(together(RegistrationForm.filled()))
                .extracting(Outcome::refusal)
                .containsOnlyNulls();
    }

    @Test
    void aChildIsRefusedWithTheMotherWhomItNames() throws Throwable {
        List<Outcome> outcomes = together(RegistrationForm.filled().with("/receptionPoint", "'nowhere'"));

        assertThat(outcomes.getLast().refusal().errors())
                .extracting(error -> error.pointer())
                .containsExactly("/responsible/0/caseId");
    }

    private List<Outcome> together(RegistrationForm ofMother) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() ->
                work.run(session -> registering.apply(session, OWN, List.of(request(mother, ofMother), child()))));
    }

    private Request<ReturnRegistering.Single> child() {
        return request(
                null,
                RegistrationForm.filled()
                        .with("/person/birthDate", "'2015-02-01'")
                        .with("/household/role", "'child'")
                        .with("/profiles", "[]")
                        .with("/consent/givenBy", "'guardian'")
                        .with("/responsible", "[{'caseId': '%s', 'relation': 'parent'}]".formatted(mother)));
    }

    /** Without a key. */
    private Request<ReturnRegistering.Single> request(CaseId caseId, RegistrationForm form) {
        Caller desk = new Caller(new NodeId("gtm"), OWN, "desk", Set.of("intake"));
        Registration registration = Json.read(form.json(), Registration.class);
        return registering.prepared(desk, null, new RegistrationRequest(caseId, registration), Locale.ENGLISH);
    }
}
