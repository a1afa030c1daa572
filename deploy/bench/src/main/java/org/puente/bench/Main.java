package org.puente.bench;

import java.nio.file.Path;
import java.util.List;

/** {@code ./puente bench [part…]}: without a part, all. */
public final class Main {
    private static final List<Part> PARTS =
            List.of(
                    new RegisterPart(),
                    new RelayPart(),
                    new IntakePart(),
                    new MatchingPart(),
                    new GrowthPart(),
                    new StreamPart(),
                    new StartPart(),
                    new RegionPart(),
                    new EndToEndPart());

    private Main() {}

    /**
     * A part that fails is told of, and the others are measured all the same.
     *
     * @param asked names of parts; none for all
     */
    public static void main(String... asked) {
        List<String> known = PARTS.stream().map(Part::name).toList();
        for (String name : asked) {
            if (!known.contains(name)) {
                System.err.println(
                        "There is no part " + name + "; parts are " + String.join(", ", known));
                System.exit(1);
            }
        }
        Path root = Path.of(System.getProperty("puente.home", "."));
        Report report = new Report(root.resolve("docs"));
        List<String> failed =
                PARTS.stream()
                        .filter(part -> asked.length == 0 || List.of(asked).contains(part.name()))
                        .filter(part -> !measured(part, report))
                        .map(Part::name)
                        .toList();
        if (!failed.isEmpty()) {
            System.err.println("NOT MEASURED: " + String.join(", ", failed));
            System.exit(1);
        }
    }

    private static boolean measured(Part part, Report report) {
        System.out.println("Measuring " + part.name() + "…");
        try {
            List<Result> results = part.run();
            results.forEach(result -> System.out.println(Report.line(result)));
            report.write(results);
            return true;
        } catch (Exception e) {
            e.printStackTrace();
            return false;
        }
    }
}
