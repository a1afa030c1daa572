package org.puente.contracts;

/** Node and service that publish a fact: {@code /<node>/<service>}, e.g. {@code /slv/reception}. */
public record Source(NodeId node, String service) {

    public Source {
        Require.present("node", node);
        Shape.SLUG.require("service", service);
    }

    /** The ce_source. */
    @Override
    public String toString() {
        return "/" + node + "/" + service;
    }

    /**
     * Reads a ce_source.
     *
     * @throws IllegalArgumentException if the text is not {@code /<node>/<service>}
     */
    public static Source parse(String source) {
        String[] parts = String.valueOf(source).split("/", -1);
        if (parts.length != 3 || !parts[0].isEmpty()) {
            throw new IllegalArgumentException("must be /<node>/<service>");
        }
        return new Source(new NodeId(parts[1]), parts[2]);
    }
}
