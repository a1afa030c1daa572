package org.puente.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.puente.demo.Demo;

/** The launcher. */
public final class Main {
    /** What begins something; all other commands are about what was begun. */
    private static final Set<String> STARTING = Set.of("up", "demo", "prepare", "--help", "help");

    private final Options options;
    private final Path data;

    private Main(Options options) {
        this.options = options;
        this.data = Optional.ofNullable(options.data())
                .map(given -> given.toAbsolutePath().normalize())
                .orElseGet(() -> STARTING.contains(options.command()) ? usual() : found());
    }

    private static Path usual() {
        return Home.find().root().resolve(".puente");
    }

    private static Path found() {
        Path found = Elsewhere.find(usual());
        if (!found.equals(usual())) {
            System.out.println("The region that runs has its data in " + found);
        }
        return found;
    }

    public static void main(String... typed) {
        // Kafka's client logs nothing to the terminal; what fails is thrown.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        try {
            System.exit(new Main(Options.parse(typed)).run());
        } catch (Refusal e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /**
     * @return the exit status
     */
    private int run() {
        return switch (options.command()) {
            case "up" -> up(traced(Map.of()), Main::stayUp);
            case "demo" -> demo();
            case "prepare" -> prepare();
            case "down" -> down();
            case "status" -> Status.print(running(), System.out) ? 0 : 1;
            case "logs" -> logs();
            case "restart" -> restart();
            case "rotate-keys" -> rotateKeys();
            case "--help", "help" -> help();
            default -> throw new Refusal("Unknown command " + options.command() + "\n" + Options.usage());
        };
    }

    private interface Then {
        int apply(Region region, Progress progress);
    }

    private int up(Map<String, String> environment, Then then) {
        Progress progress = new Progress(System.out);
        Setup setup = setup(environment);
        progress.report("Puente: nodes %s; Java %s; data in %s"
                .formatted(String.join(", ", setup.nodes()), Runtime.version().feature(), setup.data()));
        Control.socket(setup.layout());
        Elsewhere.remember(usual(), setup.data());
        Region region = Region.prepare(setup, options.fresh(), progress);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(region, progress)));
        region.startAll();
        progress.report("All is ready.");
        Control control = new Control(region);
        Runtime.getRuntime().addShutdownHook(new Thread(control::close));
        return then.apply(region, progress);
    }

    private Setup setup(Map<String, String> environment) {
        Setup setup = new Setup(
                data,
                options.nodes() == null ? Setup.known() : options.nodes(),
                options.portOffset(),
                environment,
                Optional.empty(),
                Map.of());
        return options.swaggerUi() ? setup.withSwaggerUi() : setup;
    }

    /** Spans go there, whatever else the variables here say of it; lines of the log bear the trace's id. */
    private Map<String, String> traced(Map<String, String> environment) {
        if (options.traces() == null) {
            return environment;
        }
        Map<String, String> more = new HashMap<>(environment);
        more.put("OTEL_EXPORTER_OTLP_ENDPOINT", options.traces());
        more.put("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "");
        more.put("OTEL_SDK_DISABLED", "false");
        more.put("QUARKUS_LOG_CONSOLE_FORMAT", "%d{yyyy-MM-dd HH:mm:ss,SSS} %-5p [%c{3.}] %X{traceId} (%t) %s%e%n");
        return more;
    }

    private static void end(Region region, Progress progress) {
        progress.report("Stopping…");
        region.close();
        progress.report("All is stopped.");
    }

    private int demo() {
        if (options.nodes() != null && !options.nodes().containsAll(Setup.known())) {
            throw new Refusal("The demo plays at all nodes: leave out --nodes");
        }
        return up(traced(Demo.POLICY), Main::playAndStayUp);
    }

    /**
     * @return 1 at once if something did not come to its end, which the play has shown
     */
    private static int playAndStayUp(Region region, Progress progress) {
        int firstPort = region.service("region/reporting").getPort();
        boolean whole = Demo.play(new org.puente.demo.Region(firstPort, region.realm()), System.out);
        if (!whole) {
            System.err.println("The demo did not come to its end (see above). './puente up' starts the region again.");
            return 1;
        }
        return stayUp(region, progress);
    }

    private static int stayUp(Region region, Progress progress) {
        System.out.println(Addresses.of(region));
        Learning learning = new Learning(region.plan(), progress);
        Runtime.getRuntime().addShutdownHook(new Thread(learning::close));
        learning.begin();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    /** What is done once per build, so that the first start is quick. */
    private int prepare() {
        Plan plan = Plan.of(Home.find(), Setup.all(data));
        if (!plan.keycloak().built()) {
            System.out.println("Keycloak is built, which is done once (half a minute)");
            plan.keycloak().prepare();
        }
        return 0;
    }

    private int down() {
        Layout layout = new Layout(data);
        Optional<Child> launcher = Child.find(layout.launcher());
        launcher.ifPresent(child -> child.stop(Duration.ofMinutes(2)));
        List<String> left = Setup.read(data)
                .map(setup -> Leftovers.end(layout, Plan.of(Home.find(), setup)))
                .orElse(List.of());
        System.out.println(launcher.isEmpty() && left.isEmpty() ? "Puente was not running." : "Puente is stopped.");
        return 0;
    }

    private Setup running() {
        return Setup.read(data).orElseThrow(() -> new Refusal("Nothing was ever started in " + data));
    }

    private int logs() {
        Logs.show(new Layout(data).logs(), options.object(), System.out);
        return 0;
    }

    private int restart() {
        if (options.object() == null) {
            throw new Refusal("Restart what? E.g.: puente restart gtm/referral");
        }
        String answer = Control.askToRestart(new Layout(data), options.object());
        System.out.println(answer);
        return answer.endsWith("is ready") ? 0 : 1;
    }

    private int rotateKeys() {
        String node = options.object();
        if (node == null || !running().nodes().contains(node)) {
            throw new Refusal("Rotate the keys of which node? E.g.: puente rotate-keys gtm");
        }
        String kid = NodeKeys.ensure(new Layout(data).keys(), node).rotate(node);
        String signing = SigningKeys.ensure(new Layout(data).keys(), node).rotate(node);
        System.out.println("Within a minute others seal to " + kid + "; older dossiers stay readable.");
        System.out.println("Certificates are signed with " + signing + "; earlier ones can still be verified.");
        return 0;
    }

    private static int help() {
        System.out.print(Options.usage());
        return 0;
    }
}
