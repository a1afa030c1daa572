package org.puente.contracts;

import java.util.Collection;

/** One country's or institution's deployment, e.g. {@code gtm} or {@code mex-inm}. */
public record NodeId(String value) implements SlugId {
    public NodeId {
        Shape.NODE.require("nodeId", value);
    }

    /** Whether an id of the directory can be this node's: it begins with the node's own. */
    public boolean mayOwn(SlugId id) {
        return id.value().startsWith(value + "-");
    }

    /**
     * Whose an id of the directory is, among those who publish it: {@code mex-inm-norte} is of
     * {@code mex} until there is a node {@code mex-inm}, and then of that node alone, whatever
     * {@code mex} says.
     *
     * @param nodes those that have published themselves
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
