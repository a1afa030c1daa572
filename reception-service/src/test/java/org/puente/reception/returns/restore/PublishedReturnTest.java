package org.puente.reception.returns.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.puente.contracts.CaseId;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.PersonId;
import org.puente.contracts.Profile;
import org.puente.contracts.ReturnFact;
import org.puente.platform.json.Json;
import org.puente.reception.RegistrationForm;
import org.puente.reception.returns.Facts;
import org.puente.reception.returns.Registration;
import org.puente.reception.returns.ReturnCase;
import org.puente.reception.returns.ReturnContext;

class PublishedReturnTest {

    @Test
    void whatFollowsFromWhoIsResponsibleWasNotStatedByTheDesk() {
        Registration known = read(child().with("/nobodyResponsible", "true"));
        Registration later = read(child().with("/nobodyResponsible", "true").with("/skills", "['cooking']"));

        Registration restored = PublishedReturn.over(known, published(later));

        assertThat(restored.skills()).containsExactly("cooking");
        assertThat(restored.profiles()).isEmpty();
        assertThat(restored.nobodyResponsible()).isTrue();
        assertThat(restored.profilesInForce()).containsExactly(Profile.UNACCOMPANIED_CHILD);
    }

    @Test
    void aChildWhoBecameAloneAfterTheBackupStaysAlone() {
        Registration known = read(child());
        Registration later = read(child().with("/nobodyResponsible", "true"));

        assertThat(PublishedReturn.over(known, published(later)).childAlone()).isTrue();
    }

    @Test
    void relativesAndSafeContactStayAsInTheBackup() {
        Registration known = read(child().with("/relatives", "[{'relation': 'parent', 'givenNames': 'Eva'}]")
                .with("/person/safeContact", "{'ways': ['in-person']}"));

        Registration restored = PublishedReturn.over(known, published(read(child())));

        assertThat(restored.relatives()).isEqualTo(known.relatives());
        assertThat(restored.person().safeContact()).isEqualTo(known.person().safeContact());
    }

    private static RegistrationForm child() {
        return RegistrationForm.filled()
                .with("/person/birthDate", "'2015-01-01'")
                .with("/profiles", "[]");
    }

    private static Registration read(RegistrationForm form) {
        return Json.read(form.json(), Registration.class);
    }

    private static ReturnFact.WholeState published(Registration registration) {
        ReturnCase returnCase = ReturnCase.opened(new CaseId(UUID.randomUUID()), new InstitutionId("gtm-igm"));
        returnCase.store(registration, new PersonId(UUID.randomUUID()), "a mark");
        returnCase.registered(Instant.EPOCH);
        return Facts.registered(returnCase, registration, new ReturnContext(0, 1, List.of(), List.of()), Instant.now());
    }
}
