package org.puente.bench;

import java.nio.file.Path;
import java.util.List;

/** {@code ./puente bench [part…]}: without a part, all. */
public final class Main {
    private static final List<Part> PARTS = List.of(
            new RegisterPart(),
            new BatchPart(),
            new RelayPart(),
            new IntakePart(),
            new MatchingPart(),
            new MatchingPersonsPart(),
            new GrowthPart(),
            new StreamPart(),
            new StartPart(),
            new RegionPart(),
            new EndToEndPart(),
            new CasePart());

    private Main() {}

    /** As {@code usage.txt} lists them, which {@code ./puente bench} reads before anything is built. */
    static List<String> names() {
        return PARTS.stream().map(Part::name).toList();
    }

    /**
     * A part that fails is reported, and the others are measured all the same.
     *
     * @param asked names of parts; none for all
     */
    public static void main(String... asked) {
        for (String name : asked) {
            if (!names().contains(name)) {
                System.err.println("There is no part " + name);
                System.exit(1);
            }
        }
        Path root = Path.of(System.getProperty("puente.home", "."));
        Report report = new Report(root.resolve("docs"));
        IllegalStateException failures = new IllegalStateException("Not all was measured");
        for (Part part : PARTS) {
            if (asked.length == 0 || List.of(asked).contains(part.name())) {
                try {
                    measure(part, report);
                } catch (Exception e) {
                    System.out.println("NOT MEASURED: " + part.name());
                    failures.addSuppressed(e);
                }
            }
        }
        if (failures.getSuppressed().length > 0) {
            throw failures;
        }
    }

    private static void measure(Part part, Report report) throws Exception {
        System.out.println("Measuring " + part.name() + "…");
        List<Result> results = part.run();
        results.forEach(result -> System.out.println(Report.line(result)));
        report.write(results);
    }
}
