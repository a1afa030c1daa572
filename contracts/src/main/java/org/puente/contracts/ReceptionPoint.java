package org.puente.contracts;

/** A place where an institution receives people. */
public record ReceptionPoint(ReceptionPointId id, String name, ReceptionPointKind kind) {
    public ReceptionPoint {
        Require.present("id", id);
        Shape.TITLE.require("name", name);
        Require.present("kind", kind);
    }
}
