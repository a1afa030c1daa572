package org.puente.reception.returns.batches;

import java.io.IOException;
import org.puente.platform.problems.ProblemException;

/** The rows of a body, read one by one, in bounded memory. */
interface RowSource {
    /**
     * @return null after the last row
     * @throws ProblemException if nothing more can be read; the rows before were right
     * @throws IOException if the client is gone
     */
    RawRow next() throws IOException;
}
