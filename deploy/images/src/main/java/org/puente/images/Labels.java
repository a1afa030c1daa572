package org.puente.images;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an image says of itself, by the names of the Open Container Initiative.
 *
 * @param revision of the source; empty if this is no checkout
 * @param created when that was committed, so that the same source gives the same image
 */
record Labels(String version, String base, String revision, Instant created) {
    private static final String OCI = "org.opencontainers.image.";

    static Labels of(Path home, String version, String base) throws IOException, InterruptedException {
        String[] commit = git(home).split(" ");
        return commit.length == 2
                ? new Labels(
                        version,
                        base,
                        commit[0],
                        OffsetDateTime.parse(commit[1]).toInstant())
                : new Labels(version, base, "", Instant.EPOCH);
    }

    /**
     * @param cache the Java that the start is trained for, or "none"
     */
    Map<String, String> of(String name, String description, String cache) {
        Map<String, String> labels = new TreeMap<>();
        labels.put(OCI + "title", name);
        labels.put(OCI + "description", description);
        labels.put(OCI + "version", version);
        labels.put(OCI + "created", created.toString());
        labels.put(OCI + "licenses", "Apache-2.0");
        labels.put(OCI + "vendor", "Puente");
        labels.put(OCI + "url", "https://puente.example.org");
        labels.put(OCI + "base.name", base);
        labels.put("org.puente.start-trained-for", cache);
        if (!revision.isEmpty()) {
            labels.put(OCI + "revision", revision);
        }
        return labels;
    }

    private static String git(Path home) throws IOException, InterruptedException {
        try {
            Process git = new ProcessBuilder("git", "log", "-1", "--format=%H %cI")
                    .directory(home.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String printed = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 ? printed : "";
        } catch (IOException e) {
            return "";
        }
    }
}
