package org.puente.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who asks for help, or mistypes, gets it at once: no Java is needed, and nothing is built. */
class HelpTest {
    @TempDir
    Path onlyAShell;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "help",
                "--help",
                "up --help",
                "demo --help",
                "bench --help",
                "bench matching -h",
                "images --help",
                "images -h",
                "compose --help",
                "compose up --help",
                "play --help"
            })
    void nothingButAShellIsNeeded(String words) throws Exception {
        Script help = puente(words);

        assertThat(help.output()).startsWith("Usage: puente ");
        assertThat(help.status()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "demo --fersh, Unknown option --fersh",
        "up --nodes slv --swagger, Unknown option --swagger",
        "bench matching relays, There is no part relays",
        "bench -x, There is no part -x"
    })
    void whatDoesNotExistIsRefusedWithTheHelp(String words, String refusal) throws Exception {
        Script refused = puente(words);

        assertThat(refused.output()).startsWith(refusal + "\nUsage: puente ");
        assertThat(refused.status()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo --fresh --port-offset 1000", "up --nodes slv,mex", "bench matching end-to-end"})
    void whatExistsIsTaken(String words) throws Exception {
        assertThat(puente(words).output()).contains("Puente needs a JDK").doesNotContain("Usage: puente ");
    }

    private Script puente(String words) throws Exception {
        for (String command : new String[] {"bash", "cat", "dirname"}) {
            Files.createSymbolicLink(onlyAShell.resolve(command), found(command));
        }
        String puente = ComposeFile.root().resolve("puente").toRealPath().toString();
        return Script.run(
                onlyAShell, Map.of("PATH", onlyAShell.toString()), ("bash " + puente + " " + words).split(" "));
    }

    private static Path found(String command) throws IOException {
        for (String directory : System.getenv("PATH").split(File.pathSeparator)) {
            if (Files.isExecutable(Path.of(directory, command))) {
                return Path.of(directory, command);
            }
        }
        throw new IOException("No " + command + " on the path");
    }
}
