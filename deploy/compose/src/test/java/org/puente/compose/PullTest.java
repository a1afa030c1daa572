package org.puente.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stand-ins are for where no registry answers: a slow line, and a registry that refuses, are something else. */
class PullTest {
    private static final int FETCHED = 0;
    private static final int REFUSED = 1;
    private static final int SILENT = 2;

    @TempDir
    Path directory;

    private Script pull(String docker) throws Exception {
        return pull(docker, 60);
    }

    private Script pull(String docker, int wait) throws Exception {
        Map<String, String> environment = new HashMap<>(Script.withCommand(directory, "docker", docker));
        environment.put("PUENTE_REGISTRY_WAIT", String.valueOf(wait));
        return Script.run(directory, environment, "local-images/pull", "postgres:18.6");
    }

    @Test
    void aSlowLineIsWaitedFor() throws Exception {
        assertThat(pull("echo '18.6: Pulling from library/postgres'; sleep 3").status())
                .isEqualTo(FETCHED);
    }

    @Test
    void aRegistryThatSaysNothingIsSilent() throws Exception {
        assertThat(pull("exec sleep 30", 1))
                .isEqualTo(new Script(SILENT, "no answer within 1 s (PUENTE_REGISTRY_WAIT)\n"));
    }

    @Test
    void aRegistryThatCannotBeReachedIsSilent() throws Exception {
        String words = "Error response from daemon: dial tcp: lookup registry-1.docker.io: no such host";
        assertThat(pull("echo '" + words + "' >&2; exit 1")).isEqualTo(new Script(SILENT, words + "\n"));
    }

    @Test
    void aRegistryThatHasNotGotTheImageRefusesIt() throws Exception {
        assertThat(pull("echo 'manifest for postgres:18.6 not found: manifest unknown'; exit 1")
                        .status())
                .isEqualTo(REFUSED);
    }

    @Test
    void aLineThatBreaksIsNoSilence() throws Exception {
        assertThat(pull("echo '18.6: Pulling from library/postgres'; echo 'unexpected EOF'; exit 1"))
                .extracting(Script::status)
                .isEqualTo(REFUSED);
    }
}
