package org.puente.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a process is started.
 *
 * @param name also that of its log, e.g. {@code gtm/referral}
 * @param environment added to ours
 * @param stopSignal what ends it in an orderly way, as kill(1) names it
 */
record Launch(String name, List<String> command, Map<String, String> environment, Path log, String stopSignal) {

    Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** A program in the Java that runs us. */
    static Launch java(String name, List<String> arguments, Map<String, String> environment, Path log) {
        List<String> command = new ArrayList<>();
        command.add(javaProgram());
        command.addAll(arguments);
        return new Launch(name, command, environment, log, "TERM");
    }

    static String javaProgram() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
