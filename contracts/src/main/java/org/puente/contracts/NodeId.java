package org.puente.contracts;

/** One country's or institution's deployment, e.g. {@code gtm} or {@code mex-inm}. */
public record NodeId(String value) implements SlugId {
    public NodeId {
        Shape.NODE.require("nodeId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
