package org.puente.images;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Java of a base image, taken out of its layers: a cache of the start serves the very Java that has written
 * it, and no other.
 *
 * @param home on this machine
 * @param identity what it says of itself, its build included
 */
record BaseJava(Path home, String identity) {
    private static final int FIRST_WITH_CACHE = 25;
    private static final Pattern VERSION = Pattern.compile("VM \\((([0-9]+)[^)]*)\\)");

    /** Why the start cannot be trained, in words. */
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        Unusable(String why) {
            super(why);
        }
    }

    /**
     * @param image any that is made on the base
     * @param to where its Java is unpacked, in place of what is there
     * @throws Unusable if the base has no Java that runs here, or one that learns nothing
     */
    static BaseJava of(ImageTar image, Path to) throws IOException, InterruptedException, Unusable {
        String home = image.variable("JAVA_HOME")
                .orElseThrow(() -> new Unusable("the base image does not say where its Java is (JAVA_HOME)"));
        AppTree.delete(to);
        image.unpack(home, to);
        if (!Files.exists(program(to))) {
            throw new Unusable("the base image has no Java in " + home);
        }
        BaseJava java = new BaseJava(to, identity(program(to)));
        Matcher version = VERSION.matcher(java.identity);
        if (!version.find() || Integer.parseInt(version.group(2)) < FIRST_WITH_CACHE) {
            throw new Unusable("Java " + FIRST_WITH_CACHE + " can be trained, this one not: " + java.identity);
        }
        return java;
    }

    private static String identity(Path program) throws InterruptedException, Unusable {
        try {
            Process java = new ProcessBuilder(program.toString(), "-Xinternalversion")
                    .redirectErrorStream(true)
                    .start();
            String printed = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (java.waitFor() == 0) {
                return printed;
            }
            throw new Unusable("the Java of the base image does not run on this machine: " + printed);
        } catch (IOException e) {
            throw new Unusable("the Java of the base image does not run on this machine: " + e.getMessage());
        }
    }

    private static Path program(Path home) {
        return home.resolve("bin/java");
    }

    Path program() {
        return program(home);
    }

    /** E.g. {@code 25.0.3+9-LTS}. */
    String version() {
        Matcher version = VERSION.matcher(identity);
        return version.find() ? version.group(1) : identity;
    }
}
