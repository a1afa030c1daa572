package org.puente.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A program that is run to its end before we go on. */
final class Command {
    private Command() {}

    /**
     * @param purpose completes "Could not …"
     * @return what it printed
     * @throws Refusal with what it printed, if it failed
     */
    static String run(List<String> command, String purpose) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new Refusal("Could not " + purpose + ":\n" + printed.strip());
            }
            return printed;
        } catch (IOException e) {
            throw new Refusal("Could not " + purpose + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted while trying to " + purpose, e);
        }
    }
}
