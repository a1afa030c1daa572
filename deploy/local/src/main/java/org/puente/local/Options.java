package org.puente.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What was typed.
 *
 * @param words what isn't an option: the command and its objects
 * @param nodes null: all
 * @param data null: the usual place
 * @param traces a receiver of OTLP over HTTP; null: no traces
 */
record Options(
        List<String> words,
        List<String> nodes,
        boolean fresh,
        boolean swaggerUi,
        int portOffset,
        Path data,
        String traces) {

    static Options parse(String... typed) {
        List<String> words = new ArrayList<>();
        List<String> nodes = null;
        boolean fresh = false;
        boolean swaggerUi = false;
        int portOffset = 0;
        Path data = null;
        String traces = null;
        for (int i = 0; i < typed.length; i++) {
            switch (typed[i]) {
                case "--nodes" -> nodes = List.of(value(typed, i++).split(","));
                case "--fresh" -> fresh = true;
                case "--swagger-ui" -> swaggerUi = true;
                case "--port-offset" -> portOffset = number(typed[i], value(typed, i++));
                case "--traces" -> traces = address(typed[i], value(typed, i++));
                case "--data" -> data = Path.of(value(typed, i++));
                default -> words.add(word(typed[i]));
            }
        }
        return new Options(List.copyOf(words), nodes, fresh, swaggerUi, portOffset, data, traces);
    }

    /** What {@code ./puente --help} shows. */
    static String usage() {
        try (InputStream text = Options.class.getResourceAsStream("usage.txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String word(String typed) {
        if (typed.startsWith("-") && !typed.equals("--help")) {
            throw new Refusal("Unknown option " + typed + "\n" + usage());
        }
        return typed;
    }

    private static String value(String[] typed, int option) {
        if (option + 1 == typed.length) {
            throw new Refusal("No value for " + typed[option] + "\n" + usage());
        }
        return typed[option + 1];
    }

    private static int number(String option, String value) {
        if (!value.matches("[0-9]{1,5}")) {
            throw new Refusal(option + " takes a whole number: " + value);
        }
        return Integer.parseInt(value);
    }

    private static String address(String option, String value) {
        if (!value.matches("https?://[^/ ]+/?")) {
            throw new Refusal(option + " takes an address such as http://127.0.0.1:4318: " + value);
        }
        return value;
    }

    String command() {
        return words.isEmpty() ? "--help" : words.getFirst();
    }

    /** What the command is about, or null. */
    String object() {
        return words.size() < 2 ? null : words.get(1);
    }
}
