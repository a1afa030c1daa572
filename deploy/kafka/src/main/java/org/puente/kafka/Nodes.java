package org.puente.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.puente.contracts.NodeId;

/**
 * The list that everything on the backbone is derived from ({@code nodes.json}).
 *
 * @param nodes the nodes that refer to each other, in the order of their local ports
 * @param region the principal of the Secretariat, which reads what its indicators need
 */
public record Nodes(List<NodeId> nodes, NodeId region) {
    public Nodes {
        nodes = List.copyOf(nodes);
        if (new HashSet<>(nodes).size() != nodes.size() || nodes.contains(region)) {
            throw new IllegalArgumentException("A node is named twice: " + nodes + ", " + region);
        }
    }

    /** The list that this build was made with. */
    public static Nodes ofThisBuild() {
        try (InputStream json = Nodes.class.getResourceAsStream("nodes.json")) {
            return parse(json.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The list in a file of the same shape. */
    public static Nodes read(Path file) throws IOException {
        return parse(Files.readAllBytes(file));
    }

    private static Nodes parse(byte[] json) throws IOException {
        JsonNode list = new JsonMapper().readTree(json);
        List<NodeId> nodes = new ArrayList<>();
        list.path("nodes").forEach(node -> nodes.add(new NodeId(node.asText())));
        return new Nodes(nodes, new NodeId(list.path("region").asText()));
    }

    /** The same list with one more node at its end. */
    public Nodes with(NodeId added) {
        return new Nodes(Stream.concat(nodes.stream(), Stream.of(added)).toList(), region);
    }

    /** Everyone who is let in: every node and the region. */
    public List<NodeId> all() {
        return Stream.concat(nodes.stream(), Stream.of(region)).toList();
    }
}
