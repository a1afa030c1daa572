package org.puente.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.puente.local.Home;

class SecretFilesTest {
    @TempDir
    Path parent;

    private Path directory;

    @BeforeEach
    void writeOnce() throws IOException {
        directory = parent.resolve("secrets");
        write();
    }

    @Test
    void aSecondRunChangesNoSecret() throws IOException {
        Map<String, String> before = texts();
        write();
        Map<String, String> after = texts();
        before.remove("all.properties");
        assertThat(after).containsAllEntriesOf(before);
    }

    /** A disk that is full must not cost the secrets that are for good. */
    @Test
    void aSecondRunDoesNotTouchTheFileWithAllOfThem() throws IOException {
        Path all = directory.resolve("all.properties");
        Files.setLastModifiedTime(all, FileTime.fromMillis(0));
        write();
        assertThat(Files.getLastModifiedTime(all).toMillis()).isZero();
    }

    @Test
    void noOthersAreMadeInPlaceOfThoseThatAreLost() throws IOException {
        Map<String, String> before = texts();
        Files.delete(directory.resolve("all.properties"));
        before.remove("all.properties");
        assertThatThrownBy(this::write).isInstanceOf(IllegalStateException.class);
        assertThat(texts()).isEqualTo(before);
    }

    @Test
    void nobodyElseMayEnterTheirDirectory() throws IOException {
        assertThat(Files.getPosixFilePermissions(directory)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void theFileWithAllOfThemIsItsOwnersAlone() throws IOException {
        assertThat(Files.getPosixFilePermissions(directory.resolve("all.properties")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void noPasswordOfTheLocalRegionIsAmongThem() throws IOException {
        assertThat(texts().values()).noneMatch(text -> text.contains("puente-dev"));
    }

    @Test
    void noPersonsPasswordIsTheirName() throws IOException {
        assertThat(texts().get("people.properties").lines())
                .noneMatch(line -> line.split("=")[0].equals(line.split("=")[1]));
    }

    @Test
    void nodesShareNoSecret() throws IOException {
        Map<String, String> texts = texts();
        assertThat(texts.get("gtm-referral.properties").lines())
                .doesNotContainAnyElementsOf(
                        texts.get("hnd-referral.properties").lines().toList());
    }

    @Test
    void theSecretOfStatusCodesIsReceptionsAlone() throws IOException {
        assertThat(texts().entrySet())
                .filteredOn(file -> file.getValue().contains("puente.status.secret"))
                .extracting(Map.Entry::getKey)
                .allMatch(name -> name.endsWith("-reception.properties"))
                .hasSize(4);
    }

    @Test
    void theProvisioningKnowsTheServerOfEachDatabase() throws IOException {
        ProvisioningSettings settings = ProvisioningSettings.read(directory.resolve("provisioning.properties"));
        assertThat(settings.databases().keySet())
                .hasSize(18)
                .allMatch(database -> settings.servers().containsKey(settings.serverOf(database)));
    }

    private void write() throws IOException {
        new SecretFiles(directory, new Home(ComposeFile.root()).realm()).write();
    }

    private Map<String, String> texts() throws IOException {
        Map<String, String> texts = new HashMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return texts;
    }
}
