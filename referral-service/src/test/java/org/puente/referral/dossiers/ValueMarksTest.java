package org.puente.referral.dossiers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
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

    @Test
    void relativesWhoMayBeContactedInAnotherWayAreAmendedAndTheirNumberOfKnownMembersIsNot() {
        ObjectNode before = household("[{'givenNames': 'Rosa', 'phone': '+50499990000'}]", 1);
        ObjectNode more = household("[{'givenNames': 'Rosa', 'phone': '+50499990000'}]", 3);
        before.put(DossierField.SAFE_CONTACT, "through-relative");
        more.put(DossierField.SAFE_CONTACT, "through-relative");
        ObjectNode other = before.deepCopy().put(DossierField.SAFE_CONTACT, "message-only");
        Fields household = new Fields(Set.of(DossierField.HOUSEHOLD));

        SentValues sent = new SentValues(DOSSIER, marks.of(DOSSIER, before, household));
        assertThat(marks.unchanged(sent, more).has(DossierField.HOUSEHOLD)).isTrue();
        assertThat(marks.unchanged(sent, other).has(DossierField.HOUSEHOLD)).isFalse();
    }

    @Test
    void howThePersonIsContactedGoesWithAHouseholdOnlyWhereItHoldsRelatives() {
        ObjectNode relatives = household("[{'phone': '+50499990000'}]", 1).put(DossierField.SAFE_CONTACT, "x");
        ObjectNode none = household("[]", 1).put(DossierField.SAFE_CONTACT, "x");

        assertThat(Dossiers.select(relatives, List.of(DossierField.HOUSEHOLD)).has(DossierField.SAFE_CONTACT))
                .isTrue();
        assertThat(Dossiers.select(none, List.of(DossierField.HOUSEHOLD)).has(DossierField.SAFE_CONTACT))
                .isFalse();
    }

    private static ObjectNode household(String relatives, int size) {
        String json = "{'household': {'size': " + size + ", 'relatives': " + relatives + "}}";
        return Json.read(json.replace('\'', '"'), ObjectNode.class);
    }

    @Test
    void aPhoneThatMayBeUsedInAnotherWayIsAmended() {
        ObjectNode before = dossier().put("phones", "+50499990000");
        ObjectNode after = before.deepCopy().put(DossierField.SAFE_CONTACT, "through-relative");
        Fields phones = new Fields(Set.of(DossierField.PHONES));

        SentValues sent = new SentValues(DOSSIER, marks.of(DOSSIER, before, phones));
        assertThat(marks.unchanged(sent, before).has(DossierField.PHONES)).isTrue();
        assertThat(marks.unchanged(sent, after).has(DossierField.PHONES)).isFalse();
    }
}
