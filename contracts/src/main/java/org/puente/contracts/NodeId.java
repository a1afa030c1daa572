package org.puente.contracts;

import java.util.Collection;

/** One country's or institution's deployment, e.g. {@code gtm} or {@code mex-inm}. */
public record NodeId(String value) implements SlugId {
    public NodeId {
        Shape.NODE.require("nodeId", value);
    }

    /** Whether an id of the directory can be this node's: it begins with the node's own id. */
    public boolean mayOwn(SlugId id) {
        return id.value().startsWith(value + "-");
    }

    /**
     * Whether an id of the directory is this node's, where several nodes could own it: {@code
     * mex-inm-norte} is {@code mex}'s until a node {@code mex-inm} exists, and then that node's
     * alone, whatever {@code mex} publishes.
     *
     * @param nodes the nodes that have published themselves
     */
    public boolean owns(SlugId id, Collection<NodeId> nodes) {
        return mayOwn(id)
                && nodes.stream().noneMatch(other -> other.value.length() > value.length() && other.mayOwn(id));
    }

    @Override
    public String toString() {
        return value;
    }
}
