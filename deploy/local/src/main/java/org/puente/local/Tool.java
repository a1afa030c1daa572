package org.puente.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A program of util-linux that starts another one; where it is missing we go without. */
enum Tool {
    /** In a session of its own, so that the terminal's signals don't reach it. */
    SETSID("setsid"),
    /** In a user namespace in which it isn't root, though it may touch our files. */
    UNSHARE("unshare", "-U"),
    /** As nobody (65534 on every Linux). */
    SETPRIV("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

    private final List<String> command;

    Tool(String... command) {
        this.command = List.of(command);
    }

    /** What to put before a command; empty if the tool is missing. */
    List<String> prefix() {
        return present() ? command : List.of();
    }

    private boolean present() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(dir -> Files.isExecutable(Path.of(dir, command.getFirst())));
    }

    /** Whether it is there and the system lets us use it; containers often forbid namespaces. */
    boolean works() {
        if (!present()) {
            return false;
        }
        try {
            List<String> trial = new java.util.ArrayList<>(command);
            trial.add("true");
            return new ProcessBuilder(trial).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
