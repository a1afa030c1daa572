package org.puente.platform.production;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets that others know, that are too short, or that are read otherwise than they are meant. */
class RequiredSecretsTest extends ProductionTestBase {
    @ParameterizedTest
    @ValueSource(strings = {"kW3vXq8Z${tR5nB1yLcF7mPd2", "kW3vXq8Z${tR5nB1}yLcF7mPd2", "kW3vXq8Z$$tR5nB1yLcF7mPd2"})
    void aSecretWithDollarsThatWouldBeReadOtherwiseIsNamedWithTheTrueCause(String secret) {
        environment.put("PUENTE_STATUS_SECRET", secret);
        assertThat(unmet())
                .singleElement()
                .asString()
                .startsWith("puente.status.secret (")
                .contains("$", "write \\$ for each $")
                .doesNotContain("is not set: give", "tR5nB1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kW3vXq8Z$tR5nB1yLcF7mPd2", "kW3vXq8Z\\${tR5nB1yLcF7mPd2", "kW3vXq8ZtR5nB1yLcF7mPd2$"})
    void aSecretWithOtherDollarsIsRight(String secret) {
        environment.put("PUENTE_STATUS_SECRET", secret);
        assertThat(unmet()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "puente.db.password, puente-dev",
        "puente.kafka.password, puente-dev",
        "puente.pseudonym.secret, puente-dev-pseudonyms-of-gtm",
        "puente.status.secret, puente-dev-codes-of-gtm",
        "quarkus.datasource.password, puente-dev",
        "quarkus.oidc.console.token-state-manager.encryption-secret, puente-dev-0123456789-0123456789"
    })
    void aSecretOfTheLocalRegionIsNamedOnce(String name, String value) {
        settings.put(name, value);
        assertThat(unmet()).singleElement().asString().startsWith(name + " (").contains("local region");
    }

    @Test
    void everySecretOfTheLocalRegionIsNamedThoughTheyAreAlike() {
        settings.put("puente.db.password", "puente-dev");
        settings.put("puente.kafka.password", "puente-dev");
        settings.put("puente.status.secret", "puente-dev-codes-of-gtm");
        assertThat(unmet()).hasSize(3);
    }

    @Test
    void aSecretThatIsMadeFromASettingOfAnotherNameIsFoundToo() {
        settings.put("our.word", "puente-dev");
        settings.put("puente.db.password", "${our.word}");
        assertThat(unmet()).isNotEmpty().first().asString().startsWith("puente.db.password (");
    }

    @Test
    void aPasswordThatIsWrittenIntoAnAddressIsFoundToo() {
        settings.computeIfPresent("quarkus.datasource.jdbc.url", (name, url) -> url + "&password=puente-dev");
        assertThat(unmet()).singleElement().asString().startsWith("quarkus.datasource.jdbc.url");
    }

    /** Kafka's client would end the password there, and quote what comes after it in its complaint. */
    @ParameterizedTest
    @ValueSource(strings = {"kW3vXq8Zt\"R5nB1yLcF7mPd", "kW3vXq8Zt\\R5nB1yLcF7mPd"})
    void aPasswordThatKafkasClientCannotReadIsNamed(String password) {
        settings.put("puente.kafka.password", password);
        assertThat(unmet()).singleElement().asString().startsWith("puente.kafka.password (");
    }

    @Test
    void aSettingThatRefersToItselfIsNotSet() {
        settings.put("puente.db.password", "${puente.db.password}");
        assertThat(unmet()).isNotEmpty().first().asString().startsWith("puente.db.password (");
    }

    @Test
    void aShortSecretIsNamed() {
        settings.put("puente.status.secret", "short");
        assertThat(unmet()).singleElement().asString().contains("shorter than 16 characters");
    }

    @Test
    void noValueIsShown() {
        settings.put("puente.status.secret", "Zq9");
        settings.put("puente.db.password", "puente-dev-Zq9");
        settings.put("puente.oidc.url", "http://Zq9:Zq9@id.example.org");
        settings.put("quarkus.datasource.jdbc.url", "jdbc:postgresql://db/x?password=Zq9");
        assertThat(ServiceMain.refusal(unmet())).doesNotContain("Zq9");
    }
}
