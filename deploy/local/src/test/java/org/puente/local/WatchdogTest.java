package org.puente.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Closing a watchdog's input is what the system does for us when we are killed. */
class WatchdogTest {
    @TempDir
    Path directory;

    @Test
    void endsWhatItsMasterLeaves() {
        Watchdog watchdog = new Watchdog(null);
        Child child = start("exec sleep 300", watchdog);
        watchdog.close();
        await().atMost(Duration.ofSeconds(30)).until(() -> !child.alive());
    }

    @Test
    void killsWhatDoesNotListen() {
        Watchdog watchdog = new Watchdog(null);
        Child child = start("trap '' TERM; while :; do sleep 1; done", watchdog);
        watchdog.close();
        await().atMost(Duration.ofSeconds(30)).until(() -> !child.alive());
    }

    @Test
    void removesTheDirectoryThatItWasGiven() throws IOException {
        Path left = Files.createDirectory(directory.resolve("left"));
        Files.writeString(left.resolve("file"), "");
        new Watchdog(left).close();
        await().atMost(Duration.ofSeconds(30)).until(() -> !Files.exists(left));
    }

    @Test
    void findsAChildAgainByItsPidFile() {
        try (Watchdog watchdog = new Watchdog(null)) {
            Child child = start("exec sleep 300", watchdog);
            assertThat(Child.find(directory.resolve("pid")).map(Child::pid)).contains(child.pid());
        }
    }

    @Test
    void takesNoOtherProcessForAChild() throws IOException {
        Files.writeString(directory.resolve("pid"), ProcessHandle.current().pid() + " 12345 TERM\n");
        assertThat(Child.find(directory.resolve("pid"))).isEmpty();
    }

    private Child start(String script, Watchdog watchdog) {
        return Child.start(
                new Launch("child", List.of("sh", "-c", script), Map.of(), directory.resolve("log"), "TERM"),
                directory.resolve("pid"),
                watchdog);
    }
}
