package org.puente.bench;

import java.util.List;

/** A part of the bench, which runs alone too. */
interface Part {
    String name();

    /** Measures; may take minutes. */
    List<Result> run() throws Exception;
}
