package org.puente.platform.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of keys, and who may read and change them. */
class RequiredKeyFilesTest extends ProductionTestBase {
    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "r--r-----", "rw-rw----", "rw----r--", "rw-----w-"})
    void aPrivateKeyThatOthersReadIsNamed(String permissions) throws IOException {
        settings.put("puente.keys.private", keys(permissions).toString());
        assertThat(unmet())
                .singleElement()
                .asString()
                .startsWith("puente.keys.private (")
                .contains("others");
    }

    /** As Kubernetes mounts a secret: it is root's, and the pod, which isn't root, is alone in its group. */
    @Test
    void thePrivateKeyOfAnotherOwnerMayBeReadByTheGroup() throws IOException {
        settings.put("puente.keys.private", ofAnotherOwner(keys("r--r-----")).toString());
        assertThat(unmet()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"r--r--r--", "rw-rw----"})
    void thePrivateKeyOfAnotherOwnerThatMoreThanTheGroupReadsIsNamed(String permissions) throws IOException {
        settings.put("puente.keys.private", ofAnotherOwner(keys(permissions)).toString());
        assertThat(unmet()).singleElement().asString().startsWith("puente.keys.private (");
    }

    private static Path ofAnotherOwner(Path file) throws IOException {
        assumeTrue(System.getProperty("user.name").equals("root"), "only root can give a file away");
        return Files.setAttribute(file, "unix:uid", 10001);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-rw-r--", "rw-r--rw-"})
    void aPublicKeyThatOthersCanChangeIsNamed(String permissions) throws IOException {
        settings.put("puente.keys.public", keys(permissions).toString());
        assertThat(unmet()).singleElement().asString().startsWith("puente.keys.public (");
    }

    @Test
    void aPublicKeyThatOthersReadIsRight() throws IOException {
        settings.put("puente.keys.public", keys("rw-r--r--").toString());
        assertThat(unmet()).isEmpty();
    }

    @Test
    void aPrivateKeyThatIsNotThereIsNamed() {
        settings.put("puente.keys.private", directory.resolve("missing").toString());
        assertThat(unmet()).singleElement().asString().startsWith("puente.keys.private (");
    }
}
