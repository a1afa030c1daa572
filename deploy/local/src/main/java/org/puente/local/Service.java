package org.puente.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A service of a node.
 *
 * @param jar what its build has made
 * @param management port of its health and metrics
 * @param settings its settings, as properties
 * @param environment its settings besides these, as variables
 */
record Service(
        String node,
        String service,
        Path jar,
        int port,
        int management,
        Map<String, String> settings,
        Map<String, String> environment,
        Path logs)
        implements Server {
    private static final String DATABASES = "PUENTE_DB_ADDRESS";
    private static final Set<String> DERIVING_IDS = Set.of("referral", "followup");

    @Override
    public String name() {
        return node + "/" + service;
    }

    @Override
    public List<Integer> ports() {
        return List.of(port, management);
    }

    /** The same service with another environment. */
    Service withEnvironment(Map<String, String> otherEnvironment) {
        return new Service(node, service, jar, port, management, settings, otherEnvironment, logs);
    }

    /** The same service with its database at another server. */
    Service withDatabasesAt(String address) {
        Map<String, String> other = new HashMap<>(environment);
        other.put(DATABASES, address);
        return withEnvironment(other);
    }

    /** Host and port of the server that has its database. */
    String databases() {
        return environment.getOrDefault(DATABASES, settings.get("puente.db.address"));
    }

    /** Also the name of its role. */
    String database() {
        return node + "_" + service;
    }

    @Override
    public void prepare() {
        if (!Files.exists(jar)) {
            throw new Refusal("The " + service + "-service is not built: there is no " + jar);
        }
    }

    @Override
    public Launch launch() {
        List<String> arguments = new ArrayList<>(jvm());
        arguments.addAll(AotCaches.of(jar).use(service, jvm()));
        arguments.addAll(wished());
        arguments.addAll(List.of("-jar", jar.toString()));
        return Launch.java(name(), arguments, variables(), logs.resolve(logName()));
    }

    /** Few objects live long, so a small nursery costs nothing but is all in memory after the first second. */
    static List<String> jvm() {
        return SmallJava.with("-Xmx160m", "-Xmn24m", "-Xss512k", "--enable-native-access=ALL-UNNAMED");
    }

    /** What whoever starts us wants of Java besides; it comes last and so wins. */
    private static List<String> wished() {
        String options = System.getenv("PUENTE_JAVA_OPTIONS");
        return options == null || options.isBlank()
                ? List.of()
                : List.of(options.strip().split("\\s+"));
    }

    private Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>();
        settings.forEach((name, value) -> variables.put(variable(name), value));
        // A key that a service doesn't need is not given to it.
        if (!Set.of("reception", "referral", "followup").contains(service)) {
            variables.remove("PUENTE_KEYS_PRIVATE");
        }
        if (!service.equals("reception")) {
            variables.remove("PUENTE_PSEUDONYM_SECRET");
            variables.remove("PUENTE_STATUS_SECRET");
            variables.remove("PUENTE_KEYS_SIGNING");
        }
        if (!DERIVING_IDS.contains(service)) {
            variables.remove("PUENTE_IDS_SECRET");
        }
        variables.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        variables.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(management));
        variables.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
        variables.put("MALLOC_ARENA_MAX", "2");
        variables.putAll(environment);
        return variables;
    }

    /** As MicroProfile Config maps a property to an environment variable. */
    static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private String logName() {
        return node + "-" + service + ".log";
    }

    @Override
    public boolean ready() {
        return Http.ok("http://127.0.0.1:" + management + "/q/health/ready");
    }
}
