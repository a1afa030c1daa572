package org.puente.reception.returns.batches;

import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.puente.platform.problems.ProblemException;

/**
 * What is left of a body of which nothing more is wanted. Many clients read no answer before they have sent everything,
 * so it is read to its end, which the limit of a body bounds.
 */
record UnreadBody(InputStream body) {
    void discard() {
        try {
            body.transferTo(OutputStream.nullOutputStream());
        } catch (IOException | WebApplicationException | ProblemException e) {
            return; // the client is gone, has sent more than any body may have, or its time is over
        }
    }
}
