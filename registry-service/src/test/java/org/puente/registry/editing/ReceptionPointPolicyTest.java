package org.puente.registry.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.puente.contracts.DirectoryFact.InstitutionPublished;
import org.puente.contracts.DirectoryStatus;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.platform.json.Json;
import org.puente.platform.problems.FieldError;
import org.puente.registry.forms.EntryForm;
import org.puente.registry.forms.InstitutionForm;
import org.puente.registry.forms.Samples;

class ReceptionPointPolicyTest {
    private static final NodeId MEX = new NodeId("mex");
    private static final InstitutionId INM = new InstitutionId("mex-inm");
    private static final FieldError FAULT = FieldError.of("/receptionPoints/0/id", "point-of-another");

    private static InstitutionForm form(String point) {
        return Json.read(
                Samples.with(Samples.institution(), "/receptionPoints/0/id", Json.write(point))
                        .toString(),
                InstitutionForm.class);
    }

    private static InstitutionPublished published(String institution, DirectoryStatus status) {
        EntryForm.Place place = new EntryForm.Place(MEX, institution, new InstitutionId(institution));
        return (InstitutionPublished) form("mex-bridge").state(place, null, status, Instant.EPOCH);
    }

    @ParameterizedTest
    @EnumSource(
            value = DirectoryStatus.class,
            names = {"ACTIVE", "PAUSED"})
    void aPointOfAnotherInstitutionIsTaken(DirectoryStatus status) {
        assertThat(ReceptionPointPolicy.taken(form("mex-bridge"), INM, List.of(published("mex-dif", status))))
                .containsExactly(FAULT);
    }

    @Test
    void aPointOfAWithdrawnInstitutionMayBeTakenOver() {
        assertThat(ReceptionPointPolicy.taken(
                        form("mex-bridge"), INM, List.of(published("mex-dif", DirectoryStatus.WITHDRAWN))))
                .isEmpty();
    }

    @Test
    void anInstitutionKeepsItsOwnPoint() {
        assertThat(ReceptionPointPolicy.taken(
                        form("mex-bridge"), INM, List.of(published("mex-inm", DirectoryStatus.ACTIVE))))
                .isEmpty();
    }

    @Test
    void anIdOfAnotherNodeIsForeign() {
        assertThat(ReceptionPointPolicy.foreign(form("gtm-fag"), MEX, Set.of(MEX, new NodeId("gtm"))))
                .containsExactly(FAULT);
    }

    @Test
    void anIdOfTheOwnNodeIsNot() {
        assertThat(ReceptionPointPolicy.foreign(form("mex-bridge"), MEX, Set.of(MEX, new NodeId("gtm"))))
                .isEmpty();
    }
}
