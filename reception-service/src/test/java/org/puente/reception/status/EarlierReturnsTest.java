package org.puente.reception.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.puente.reception.RegistrationForm;

/** Returns that a former release registered, as the migrations leave them. */
@QuarkusTest
class EarlierReturnsTest extends StatusTest {
    @Test
    void haveTheYearsOfBirthThatFollowFromTheirDateOrAge() throws IOException {
        Registered byDate = registered();
        Registered byAge = registered(
                RegistrationForm.filled().without("/person/birthDate").with("/person/ageYears", "30"));
        execute("update return_case set born_from = 0, born_to = 0 where" + of(byDate, byAge));

        execute(migration("V2__status")
                + " where json_exists(cast(content as json), '$.person.birthYear') is not true and"
                + of(byDate, byAge));

        assertThat(years(byDate)).isEqualTo(1991_1991);
        assertThat(years(byAge)).isEqualTo(1994_1996);
    }

    @Test
    void haveTheYearsOfBirthThatFitAGuessedAge() throws IOException {
        RegistrationForm byAge =
                RegistrationForm.filled().without("/person/birthDate").with("/person/ageYears", "30");
        Registered told = registered(byAge);
        Registered guessed = registered(byAge.with("/person/ageEstimated", "true"));
        execute("update return_case set born_from = 1994, born_to = 1996 where case_id = '" + guessed.caseId() + "'");

        execute(migration("V33__guessed_ages"));

        assertThat(years(guessed)).isEqualTo(1990_2000);
        assertThat(years(told)).isEqualTo(1994_1996);
    }

    /** The statement of a migration that fills the years in; there were no years without a date at the first. */
    private static String migration(String name) throws IOException {
        try (InputStream script = EarlierReturnsTest.class.getResourceAsStream("/db/migration/" + name + ".sql")) {
            String statements = new String(script.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*$", "");
            return Arrays.stream(statements.split(";"))
                    .map(String::strip)
                    .filter(statement -> statement.startsWith("update return_case"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Other tests' returns stay as they are. */
    private static String of(Registered one, Registered other) {
        return " case_id in ('" + one.caseId() + "', '" + other.caseId() + "')";
    }

    private long years(Registered who) {
        return count("select born_from * 10000 + born_to from return_case where case_id = '" + who.caseId() + "'");
    }
}
