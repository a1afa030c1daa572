package org.puente.local;

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

    static final String USAGE = """
            Usage: puente COMMAND [options]
              up                starts the region; it stays up until Ctrl-C or 'puente down'
              demo              starts it and plays a published day of arrivals through it
              down              stops it, from another terminal
              status            shows each process: port, port of /q (health, metrics), health, memory
              logs [NAME]       shows the end of a log, e.g. gtm/referral; without a name, all files
              restart NAME      restarts one process, e.g. gtm/referral or kafka
              rotate-keys NODE  gives a node new keys for dossiers and certificates; what was sealed
                                to the older ones stays readable, what they signed verifiable
              bench [PART…]     measures beside a peer, and writes docs/benchmarks.md
              test              runs all that the build checks
              test -Pcontainers tries the region in containers, and tests on containers
              images            makes the services' container images; --help tells how
              compose up|down   the region in containers; play --region compose plays there
            Options
              --nodes slv,mex   starts these nodes only
              --fresh           forgets first what the nodes held
              --swagger-ui      adds a page to each service at which its API is tried
              --traces ADDRESS  sends traces there, e.g. http://127.0.0.1:4318 (OTLP over HTTP)
              --port-offset N   adds N to every port
              --data DIR        keeps all data there (default: .puente); who asks for a region
                                that runs need not name it""";

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

    private static String word(String typed) {
        if (typed.startsWith("-") && !typed.equals("--help")) {
            throw new Refusal("Unknown option " + typed + "\n" + USAGE);
        }
        return typed;
    }

    private static String value(String[] typed, int option) {
        if (option + 1 == typed.length) {
            throw new Refusal("No value for " + typed[option] + "\n" + USAGE);
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
