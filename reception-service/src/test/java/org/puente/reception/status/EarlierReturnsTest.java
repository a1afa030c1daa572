package org.puente.reception.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.puente.reception.RegistrationForm;

/** Returns that were registered before there were codes, as the migration leaves them. */
@QuarkusTest
class EarlierReturnsTest extends StatusTest {
    @Test
    void haveTheYearsOfBirthThatFollowFromTheirDateOrAge() throws IOException {
        Registered byDate = registered();
        Registered byAge = registered(
                RegistrationForm.filled().without("/person/birthDate").with("/person/ageYears", "30"));
        execute("update return_case set born_from = 0, born_to = 0");

        execute(migration() + " where json_exists(cast(content as json), '$.person.birthYear') is not true");

        assertThat(years(byDate)).isEqualTo(1991_1991);
        assertThat(years(byAge)).isEqualTo(1994_1996);
    }

    /** The statement of the migration that fills the years in; there were no years without a date then. */
    private static String migration() throws IOException {
        try (InputStream script = EarlierReturnsTest.class.getResourceAsStream("/db/migration/V2__status.sql")) {
            return Arrays.stream(new String(script.readAllBytes(), StandardCharsets.UTF_8).split(";"))
                    .map(String::strip)
                    .filter(statement -> statement.startsWith("update return_case"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private long years(Registered who) {
        return count("select born_from * 10000 + born_to from return_case where case_id = '" + who.caseId() + "'");
    }
}
