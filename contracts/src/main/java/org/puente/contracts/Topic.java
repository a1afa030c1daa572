package org.puente.contracts;

import java.util.Arrays;

/**
 * A topic: {@code puente.<node>.<stream>}, and {@code puente.<node>.<stream>.<to>} where the stream
 * is addressed.
 *
 * @param node the only node that writes the topic
 * @param to the node that the topic is for; null unless the stream is addressed
 */
public record Topic(NodeId node, Stream stream, NodeId to) {

    private static final String PREFIX = "puente";

    public Topic {
        Require.present("node", node);
        Require.present("stream", stream);
        if (stream.addressed() != (to != null)) {
            throw new IllegalArgumentException(
                    stream.word() + (to == null ? " needs a node that it is for" : " is for all"));
        }
    }

    public String name() {
        String name = PREFIX + "." + node + "." + stream.word();
        return to == null ? name : name + "." + to;
    }

    @Override
    public String toString() {
        return name();
    }

    /**
     * Reads a name.
     *
     * @throws IllegalArgumentException if the text is not the name of a topic of Puente
     */
    public static Topic parse(String name) {
        String[] parts = String.valueOf(name).split("\\.", -1);
        if (parts.length < 3 || parts.length > 4 || !parts[0].equals(PREFIX)) {
            throw new IllegalArgumentException("not puente.<node>.<stream> or puente.<node>.<stream>.<to>");
        }
        return new Topic(new NodeId(parts[1]), stream(parts[2]), parts.length == 4 ? new NodeId(parts[3]) : null);
    }

    private static Stream stream(String word) {
        return Arrays.stream(Stream.values())
                .filter(stream -> stream.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such stream"));
    }
}
