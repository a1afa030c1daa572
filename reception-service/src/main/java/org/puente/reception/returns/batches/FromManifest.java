package org.puente.reception.returns.batches;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a row says whose person is on a manifest.
 *
 * @param patch RFC 7396, over what was announced
 * @param entry null until it is looked up, and where the row needs none: it is refused, or was registered before
 */
record FromManifest(NamedEntries.EntryName name, ObjectNode patch, NamedEntries.Free entry) {
    /** Shows nothing of the person. */
    @Override
    public String toString() {
        return "FromManifest[" + name + "]";
    }
}
