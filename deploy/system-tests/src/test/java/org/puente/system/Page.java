package org.puente.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A page of the documentation whose commands are run as they stand, in one shell. What starts the
 * region or the tests themselves is left out.
 */
final class Page {
    private static final Pattern COMMANDS = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LOCAL_PORT = Pattern.compile("(?<=127\\.0\\.0\\.1:)8\\d{3}");
    private static final int LONGEST_MINUTES = 4;
    private static final String STRICT = "set -euE\ntrap 'echo \"failed: $BASH_COMMAND\"' ERR\n";

    private final Path file;

    Page(Path file) {
        this.file = file;
    }

    /**
     * @param status of the shell; the first command that fails ends it
     * @param words what the shell and the commands printed
     */
    record Outcome(int status, String words) {}

    /**
     * Runs all commands of the page.
     *
     * @param portOffset of the region; the page names the usual ports
     * @param values replace what the page assigns to these variables
     */
    Outcome run(Path directory, int portOffset, Map<String, String> values) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        Path script = directory.resolve("page.sh");
        Path words = directory.resolve("page.log");
        Files.writeString(script, STRICT + moved(with(values, commands()), portOffset));
        Process shell = new ProcessBuilder("bash", script.toString())
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(words.toFile())
                .start();
        if (!shell.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            shell.destroyForcibly().waitFor();
        }
        return new Outcome(shell.exitValue(), Files.readString(words));
    }

    private String commands() throws IOException {
        return COMMANDS.matcher(Files.readString(file))
                .results()
                .map(block -> block.group(1))
                .filter(commands -> !commands.contains("./puente "))
                .collect(Collectors.joining("\n"));
    }

    private static String with(Map<String, String> values, String commands) {
        String changed = commands;
        for (Map.Entry<String, String> value : values.entrySet()) {
            Matcher assignment =
                    Pattern.compile("(?m)^" + value.getKey() + "=\\S+").matcher(changed);
            changed = assignment.replaceFirst(Matcher.quoteReplacement(value.getKey() + "=" + value.getValue()));
        }
        return changed;
    }

    private static String moved(String commands, int portOffset) {
        return LOCAL_PORT
                .matcher(commands)
                .replaceAll(port -> String.valueOf(Integer.parseInt(port.group()) + portOffset));
    }
}
