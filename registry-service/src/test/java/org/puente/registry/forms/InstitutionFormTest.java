package org.puente.registry.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.puente.contracts.NodeId;
import org.puente.platform.json.Json;
import org.puente.platform.problems.FieldError;

class InstitutionFormTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void acceptsAnInstitutionWithAllFields() throws JsonProcessingException {
        assertThat(faults(Samples.institution())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /name                   | null         | missing
                    /kind                   | null         | missing
                    /receptionPoints/0/id   | "casa"       | id-prefix
                    /receptionPoints/0/id   | "mex-Casa"   | not-a-slug
                    /receptionPoints/0/name | null         | missing
                    /receptionPoints/0/kind | null         | missing
                    /assuredOn              | "2026-11-23" | in-the-future
                    """)
    void refuses(String pointer, String value, String code) throws JsonProcessingException {
        assertThat(faults(Samples.with(Samples.institution(), pointer, value)))
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactly(Tuple.tuple(pointer, code));
    }

    @Test
    void refusesTwoReceptionPointsOfOneId() throws JsonProcessingException {
        ObjectNode institution = Samples.institution();
        institution
                .withArray("receptionPoints")
                .addObject()
                .put("id", "mex-casa")
                .put("name", "Casa dos")
                .put("kind", "land");
        assertThat(faults(institution)).extracting(FieldError::pointer).containsExactly("/receptionPoints/1/id");
    }

    private static List<FieldError> faults(ObjectNode institution) throws JsonProcessingException {
        return Json.mapper().treeToValue(institution, InstitutionForm.class).faults(new NodeId("mex"), TODAY);
    }
}
