package org.puente.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Prints the certificates of some people of the play to a folder. The people are invented. */
final class PrintedCertificates {
    private static final int SAMPLE = 10;

    private final Reception reception;
    private final Figures figures;
    private final AtomicInteger begun = new AtomicInteger();
    private final List<Long> millis = Collections.synchronizedList(new ArrayList<>());
    private Path folder;

    PrintedCertificates(Reception reception, Figures figures) {
        this.reception = reception;
        this.figures = figures;
    }

    /** Prints the certificate of a person, if they are one of the first. */
    void print(Reception.Case of) {
        int number = begun.incrementAndGet();
        if (number > SAMPLE) {
            return;
        }
        long start = System.nanoTime();
        try {
            Optional<byte[]> pdf = reception.certificate(of);
            if (pdf.isEmpty()) {
                figures.count("refused certificate");
                return;
            }
            Files.write(
                    folder().resolve("constancia-%s-%02d.pdf"
                            .formatted(of.person().node(), number)),
                    pdf.get());
            millis.add(Duration.ofNanos(System.nanoTime() - start).toMillis());
            figures.count("certificates printed");
        } catch (IOException e) {
            figures.count("certificate not printed");
        }
    }

    /** Its owner alone may enter it. */
    private synchronized Path folder() throws IOException {
        if (folder == null) {
            folder = Files.createTempDirectory("puente-constancias-");
        }
        return folder;
    }

    /** Says where they are, and how long one took: issued, rendered and sent. */
    synchronized void report(PrintStream out) {
        if (folder != null && !millis.isEmpty()) {
            List<Long> sorted = millis.stream().sorted().toList();
            out.printf(
                    "%d certificates are in %s; one took %d ms in the middle, %d ms at most.%n",
                    sorted.size(), folder, sorted.get(sorted.size() / 2), sorted.getLast());
        }
    }
}
