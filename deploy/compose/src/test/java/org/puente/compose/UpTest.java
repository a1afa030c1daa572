package org.puente.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code up.sh} says of containers. In the place of Docker's command stands one that tells what it is told. */
class UpTest {
    private static final String DATABASE = "/puente_database-gtm_1 database-gtm running 1 0 healthy 0";
    private static final String PROVISIONED = "/puente_provisioning_1 provisioning exited 1 0 - 0";
    private static final String READY = "/puente_gtm-referral_1 gtm-referral running 1 0 healthy 0";
    private static final String RESTARTED = "/puente_gtm-referral_1 gtm-referral restarting %s 1 starting %d";

    /** "up" lasts as long as the file "waits" is there, as it does where a container waits for another one. */
    private static final String DOCKER = """
            cd "$(dirname "$0")"
            case "$1 $2" in
            'compose up') while [ -e waits ]; do sleep 0.1; done ;;
            'ps -aq') printf 'id\\n' ;;
            'logs --tail') printf 'kafka: Name or service not known\\n' ;;
            'inspect -f')
                case $3 in
                *stand-in*) cat stand-ins 2>/dev/null ;;
                *) cat "$(ls looks/* | head -1)"; [ "$(ls looks | wc -l)" -eq 1 ] || rm "$(ls looks/* | head -1)" ;;
                esac ;;
            esac
            """;

    @TempDir
    Path directory;

    private int looks;
    private int status;

    @BeforeEach
    void letUpWait() throws IOException {
        Files.createDirectory(directory.resolve("looks"));
        Files.createFile(directory.resolve("waits"));
    }

    /** What one look after the other sees; the last one stays. */
    private void sees(String... containers) throws IOException {
        Files.writeString(directory.resolve("looks/%02d".formatted(looks++)), String.join("\n", containers) + "\n");
    }

    private String up() throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>(Script.withCommand(directory, "docker", DOCKER));
        environment.put("PUENTE_COMPOSE_LOOK_EVERY", "0.1");
        Script up = Script.run(directory, environment, "bash", "up.sh");
        status = up.status();
        return up.output();
    }

    @Test
    void aContainerThatIsStartedAgainAndAgainIsNamedWithItsLastLines() throws Exception {
        sees();
        sees(DATABASE, RESTARTED.formatted("1", 1));
        sees(DATABASE, RESTARTED.formatted("2", 3));
        assertThat(up()).contains("puente_gtm-referral_1 ends each time it starts", "kafka: Name or service not known");
        assertThat(status).isEqualTo(1);
    }

    @Test
    void aContainerThatWasStartedAgainInFormerTimesIsNot() throws Exception {
        sees(DATABASE, RESTARTED.formatted("1", 7));
        sees(DATABASE, READY.replaceAll("0$", "7"));
        Files.delete(directory.resolve("waits"));
        assertThat(up()).contains("The region is ready");
    }

    @Test
    void aProvisioningThatFailsIsNamed() throws Exception {
        sees();
        sees(DATABASE, PROVISIONED.replace(" 0 -", " 1 -"));
        assertThat(up()).contains("puente_provisioning_1 has ended with exit code 1");
    }

    @Test
    void aProvisioningThatFailedInAFormerRunIsTriedAgain() throws Exception {
        sees(DATABASE, PROVISIONED.replace("1 0 -", "0 1 -"));
        sees(DATABASE, PROVISIONED.replace("1 0 -", "0 1 -"));
        sees(DATABASE, PROVISIONED);
        Files.delete(directory.resolve("waits"));
        assertThat(up()).contains("The region is ready");
    }

    @Test
    void saysMeanwhileWhoIsNotReadyYet() throws Exception {
        Files.delete(directory.resolve("waits"));
        sees();
        sees(DATABASE, READY.replace("healthy", "starting"));
        sees(DATABASE, READY);
        assertThat(up()).contains("1 ready; not yet: gtm-referral");
    }

    @Test
    void standInsAreNamed() throws Exception {
        Files.delete(directory.resolve("waits"));
        Files.writeString(directory.resolve("stand-ins"), "true apache/kafka:4.3.1\n<no value> postgres:18.6\n");
        sees(DATABASE, READY);
        assertThat(up()).contains("STAND-INS", "apache/kafka:4.3.1").doesNotContain("postgres:18.6");
    }
}
