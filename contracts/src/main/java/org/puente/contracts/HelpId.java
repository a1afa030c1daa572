package org.puente.contracts;

import java.util.UUID;

/** One entry of help given at a reception point, to one person or to many. */
public record HelpId(UUID value) implements UuidId {
    public HelpId {
        Require.present("helpId", value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
