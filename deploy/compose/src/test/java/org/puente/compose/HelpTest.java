package org.puente.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who asks for help gets it at once: no Java is needed, and nothing is built. */
class HelpTest {
    @TempDir
    Path onlyAShell;

    @ParameterizedTest
    @ValueSource(strings = {"images --help", "images -h", "compose --help", "compose up --help", "play --help"})
    void nothingButAShellIsNeeded(String words) throws Exception {
        for (String command : new String[] {"bash", "cat", "dirname"}) {
            Files.createSymbolicLink(onlyAShell.resolve(command), found(command));
        }
        String puente = ComposeFile.root().resolve("puente").toRealPath().toString();
        Script help = Script.run(
                onlyAShell, Map.of("PATH", onlyAShell.toString()), ("bash " + puente + " " + words).split(" "));
        assertThat(help.output()).startsWith("Usage: puente ");
        assertThat(help.status()).isZero();
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
