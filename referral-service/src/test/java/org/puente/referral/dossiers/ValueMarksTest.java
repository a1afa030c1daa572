package org.puente.referral.dossiers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.puente.contracts.DossierField;
import org.puente.contracts.DossierId;
import org.puente.platform.ids.KeyedIds;
import org.puente.platform.json.Json;

class ValueMarksTest {
    private static final DossierId DOSSIER = new DossierId(UUID.randomUUID());
    private static final Fields BIRTH_DATE = new Fields(Set.of(DossierField.BIRTH_DATE));

    private final ValueMarks marks = new ValueMarks(new KeyedIds("a secret of the test"));

    private static ObjectNode dossier() {
        return Json.mapper().createObjectNode();
    }

    private boolean unchanged(ObjectNode sent, ObjectNode current) {
        return marks.unchanged(new SentValues(DOSSIER, marks.of(DOSSIER, sent, BIRTH_DATE)), current)
                .has(DossierField.BIRTH_DATE);
    }

    @Test
    void anAgeThatWasNotAmendedIsUnchanged() {
        assertThat(unchanged(dossier().put("ageYears", 17), dossier().put("ageYears", 17)))
                .isTrue();
    }

    @Test
    void anAgeThatStandsForTheBirthDateIsAmendedAsThatIs() {
        assertThat(unchanged(dossier().put("ageYears", 17), dossier().put("ageYears", 19)))
                .isFalse();
    }

    @Test
    void aBirthDateThatComesInPlaceOfAnAgeIsAnAmendment() {
        assertThat(unchanged(dossier().put("ageYears", 17), dossier().put("birthDate", "2009-01-02")))
                .isFalse();
    }
}
