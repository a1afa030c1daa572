package org.puente.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.puente.contracts.AgeGroup;
import org.puente.contracts.CancellationReason;
import org.puente.contracts.ClosureReason;
import org.puente.contracts.Code;
import org.puente.contracts.DeclineReason;
import org.puente.contracts.ErasureReason;
import org.puente.contracts.FailureReason;
import org.puente.contracts.FollowUpKind;
import org.puente.contracts.Level;
import org.puente.contracts.Priority;
import org.puente.contracts.ReferralStatus;
import org.puente.contracts.ServiceOutcome;
import org.puente.contracts.Side;
import org.puente.contracts.VisitOutcome;
import org.puente.contracts.WithdrawalReason;

class MemberTextTest {
    private static final MemberText SPANISH = new MemberText(Locale.of("es"), ZoneOffset.UTC, List.of());
    private static final MemberText ENGLISH = new MemberText(Locale.ENGLISH, ZoneOffset.UTC, List.of());

    static Stream<Arguments> codes() {
        return Stream.of(
                Arguments.of("person", "ageGroup", AgeGroup.values()),
                Arguments.of("said", "detail", CancellationReason.values()),
                Arguments.of("said", "detail", DeclineReason.values()),
                Arguments.of("said", "detail", FailureReason.values()),
                Arguments.of("said", "detail", WithdrawalReason.values()),
                Arguments.of("said", "detail", ServiceOutcome.values()),
                Arguments.of("case", "closedBecause", ClosureReason.values()),
                Arguments.of("dossiers", "erasedBecause", ErasureReason.values()),
                Arguments.of("plan", "kind", FollowUpKind.values()),
                Arguments.of("fact", "level", Level.values()),
                Arguments.of("referrals", "priority", Priority.values()),
                Arguments.of("referrals", "status", ReferralStatus.values()),
                Arguments.of("said", "side", Side.values()),
                Arguments.of("visit", "outcome", VisitOutcome.values()));
    }

    /** A code that somebody adds has no label until this test fails. */
    @ParameterizedTest
    @MethodSource("codes")
    void eachCodeThatFactsBringHasALabelInBothLanguages(String parent, String member, Code[] codes) {
        assertThat(codes).allSatisfy(code -> {
            assertThat(SPANISH.label(parent, member, code.code()))
                    .as(code.code())
                    .isPresent();
            assertThat(ENGLISH.label(parent, member, code.code()))
                    .as(code.code())
                    .isPresent();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "documents, kind, passport, Pasaporte",
        "plan, kind, plan, Plan de reintegración",
        "requests, kind, access, Acceso: saber qué datos se guardan",
        "relatives, relation, grandparent, Abuela o abuelo",
        "responsible, relation, guardian, Tutora o tutor",
    })
    void oneNameMeansAnotherThingInAnotherMember(String parent, String member, String code, String label) {
        assertThat(SPANISH.label(parent, member, code)).contains(label);
    }

    @ParameterizedTest
    @CsvSource({
        "readings, action, return.read, Leyó los datos",
        "readings, fields, restricted, Datos restringidos",
        "changes, fields, /person/familyNames, Persona › Apellidos",
        "readings, why, own-case, Es su propio caso",
        "readings, why, granted, Concedida",
        "readings, why, data-request 7, Por una solicitud sobre los datos 7",
        "said, type, org.puente.service.scheduled.v1, Con cita",
        "said, type, accepted, Aceptada",
        "said, detail, 2025-01-02T15:00:00Z, '2 de enero de 2025, 15:00'",
        "plan, afterReturn, P30D, 30 días",
        "plan, afterReturn, P1Y, un año",
        "plan, afterReturn, PT20S, PT20S",
        "recorded, returnedOn, 2025-01-02, 2 de enero de 2025",
        "recorded, returnedOn, soon, soon",
        "readings, why, home-visit, home-visit",
    })
    void whatIsWrittenForMachinesIsReadInWords(String parent, String member, String value, String words) {
        assertThat(SPANISH.value(parent, member, TextNode.valueOf(value))).isEqualTo(words);
    }

    @Test
    void theWordsOfTheServiceGoFirst() {
        MemberText words = new MemberText(Locale.ENGLISH, ZoneOffset.UTC, List.of(new Own()));

        assertThat(words.name("answers", "sex")).isEqualTo("A question");
        assertThat(words.label("answers", "sex", "F")).contains("An answer");
        assertThat(words.label("person", "sex", "F")).contains("Female");
    }

    private static final class Own implements OwnLabels {
        @Override
        public Optional<String> name(String parent, String member, Locale locale) {
            return parent.equals("answers") ? Optional.of("A question") : Optional.empty();
        }

        @Override
        public Optional<String> label(String parent, String member, String code, Locale locale) {
            return parent.equals("answers") ? Optional.of("An answer") : Optional.empty();
        }
    }
}
