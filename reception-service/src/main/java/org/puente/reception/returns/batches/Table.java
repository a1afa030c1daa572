package org.puente.reception.returns.batches;

import java.io.IOException;
import java.util.List;
import java.util.function.IntPredicate;
import org.puente.platform.problems.ProblemException;

/** The rows of a spreadsheet as texts. */
interface Table {
    /** More columns than these are no form of ours. */
    int MAX_COLUMNS = 120;

    /**
     * @param isDay whether the column with a number, from 0, holds days
     * @return the cells, empty text for an empty cell; null after the last row
     * @throws ProblemException if nothing more can be read
     */
    List<String> next(IntPredicate isDay) throws IOException;

    /** The number of the row that was read last, as the spreadsheet counts: the first is 1. */
    int number();
}
