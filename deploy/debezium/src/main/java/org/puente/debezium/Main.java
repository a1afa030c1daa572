package org.puente.debezium;

import java.io.BufferedReader;
import java.io.FileReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * Relays an outbox on command: reads {@code start} and {@code stop}, a line each, and prints
 * {@code started} and {@code stopped}. It ends with its input.
 */
public final class Main {
    private Main() {}

    /**
     * @param arguments two files of properties: those of the engine, and those of its producer
     */
    public static void main(String... arguments) throws IOException, InterruptedException {
        Properties engine = read(arguments[0]);
        try (Sender sender = new Sender(read(arguments[1]));
                BufferedReader commands =
                        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            Capture capture = null;
            for (String command = commands.readLine(); command != null; command = commands.readLine()) {
                if (command.equals("start") && capture == null) {
                    capture = Capture.start(engine, sender);
                    System.out.println("started");
                } else if (command.equals("stop") && capture != null) {
                    capture.close();
                    capture = null;
                    System.out.println("stopped");
                }
            }
            if (capture != null) {
                capture.close();
            }
        }
    }

    private static Properties read(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new FileReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
