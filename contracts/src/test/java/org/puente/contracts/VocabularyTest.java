package org.puente.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyTest {

    @ParameterizedTest
    @ValueSource(strings = {"unaccompanied-child", "older-person", "displaced-on-arrival"})
    void readsAWordOfTheWire(String word) {
        assertThat(Code.of(Profile.class, word).code()).isEqualTo(word);
    }

    @Test
    void refusesAnotherWordAndNamesTheAllowed() {
        assertThatThrownBy(() -> Code.of(Sex.class, "f")).hasMessage("must be one of F, M, X, unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0-5",
        "5, 0-5",
        "6, 6-11",
        "11, 6-11",
        "12, 12-17",
        "17, 12-17",
        "18, 18-24",
        "24, 18-24",
        "25, 25-59",
        "59, 25-59",
        "60, 60+",
        "104, 60+"
    })
    void findsTheGroupOfAnAge(int years, String group) {
        assertThat(AgeGroup.at(years).code()).isEqualTo(group);
    }

    @Test
    void underEighteenIsAChild() {
        assertThat(AgeGroup.values())
                .filteredOn(AgeGroup::child)
                .containsExactly(AgeGroup.FROM_0_TO_5, AgeGroup.FROM_6_TO_11, AgeGroup.FROM_12_TO_17);
    }

    @Test
    void anIdIsWrittenPlainly() {
        UUID value = UUID.randomUUID();
        assertThat(new CaseId(value)).hasToString(value.toString());
    }

    @Test
    void readsAnIdOfItsType() {
        UUID value = UUID.randomUUID();
        assertThat(UuidId.parse(value.toString(), CaseId::new)).isEqualTo(new CaseId(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1-1-1-1-1", "01942c3a7b1e7c559a10000000000001", "x"})
    void refusesWhatIsNoUuid(String text) {
        assertThatThrownBy(() -> UuidId.parse(text, CaseId::new)).hasMessage("must be a UUID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "A", "a_b", "a b", "a.b", "ñ"})
    void refusesWhatIsNoSlug(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new InstitutionId(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"g", "1tm", "gtm.x", "GTM"})
    void refusesWhatIsNoNode(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new NodeId(text));
    }

    @ParameterizedTest
    @CsvSource({
        "return.registered, RETURN_REGISTERED", "consent.withdrawn, CONSENT_WITHDRAWN",
        "service.delivered, SERVICE_DELIVERED", "case.closed, CASE_CLOSED",
        "followup.due, FOLLOWUP_DUE", "report.published, REPORT_PUBLISHED"
    })
    void aTypeIsFoundByItsNameOnTheWire(String word, FactType type) {
        assertThat(FactType.of("org.puente." + word + ".v1")).contains(type);
    }

    @Test
    void anUnknownTypeIsNone() {
        assertThat(FactType.of("org.puente.return.registered.v2")).isEmpty();
    }

    @Test
    void everyRecordOfAFactHasAType() {
        assertThat(Arrays.stream(FactType.values()).map(FactType::fact))
                .containsExactlyInAnyOrderElementsOf(records(Fact.class));
    }

    private static List<Class<? extends Fact>> records(Class<? extends Fact> type) {
        if (type.isRecord()) {
            return List.of(type);
        }
        return Arrays.stream(type.getPermittedSubclasses())
                .flatMap(permitted -> records(permitted.asSubclass(Fact.class)).stream())
                .toList();
    }
}
