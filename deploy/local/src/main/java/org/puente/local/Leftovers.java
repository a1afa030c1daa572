package org.puente.local;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

/** What an earlier run may have left, if it and its watchdog were both killed. */
final class Leftovers {
    private Leftovers() {}

    static void refuseSecondStart(Layout layout) {
        Child.find(layout.launcher()).ifPresent(launcher -> {
            throw new Refusal("Puente is running already (process "
                    + launcher.pid()
                    + "). See it with: puente status. End it with: puente"
                    + " down");
        });
    }

    /**
     * The region has ended, though the process that had started it may go on, and start another.
     */
    static void forgetLauncher(Layout layout) {
        try {
            Files.deleteIfExists(layout.launcher());
        } catch (IOException e) {
            throw new Refusal("Could not remove " + layout.launcher() + ": " + e.getMessage(), e);
        }
    }

    /**
     * @return the names of those that were ended
     */
    static List<String> end(Layout layout, Plan plan) {
        return plan.servers().stream()
                .filter(server -> end(layout, server))
                .map(Server::name)
                .toList();
    }

    private static boolean end(Layout layout, Server server) {
        return Child.find(Servers.pidFile(layout.run(), server))
                .map(child -> {
                    child.stop(Duration.ofSeconds(20));
                    return true;
                })
                .orElse(false);
    }
}
