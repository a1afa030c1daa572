package org.puente.referral.attachments;

import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import org.jose4j.jwk.JsonWebKeySet;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.sealing.Seal;

/** A file that is put together from its parts, in their order. */
final class Assembly {
    private final Attachment what;
    private final ByteBuffer file;

    Assembly(Attachment what) {
        this.what = what;
        this.file = ByteBuffer.allocate(what.bytes());
    }

    Assembly add(String jwe, JsonWebKeySet own) {
        try {
            file.put(Seal.openBytes(jwe, own));
            return this;
        } catch (Seal.SealBroken | BufferOverflowException e) {
            throw damaged();
        }
    }

    /**
     * @throws ProblemException conflict where the file differs from its description in size, digest or
     *     type
     */
    byte[] whole() {
        if (file.hasRemaining() || !what.describes(file.array())) {
            throw damaged();
        }
        return file.array();
    }

    private static ProblemException damaged() {
        return ProblemException.conflict("attachment-damaged");
    }
}
