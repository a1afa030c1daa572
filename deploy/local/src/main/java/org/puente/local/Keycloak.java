package org.puente.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Keycloak with the realm {@code puente}. Its build, which fixes what it consists of, is run once
 * per unpacked distribution; every start is then its fast one.
 *
 * @param home the unpacked distribution
 * @param realm the file that is imported
 * @param data its database, which is named after the realm's content: a realm that was changed is
 *     imported anew
 */
record Keycloak(Path home, Path realm, Path data, Path logs, int port, int managementPort) implements Server {

    /** Keycloak's own administrator, for its console. */
    private static final Map<String, String> ADMINISTRATOR =
            Map.of("KC_BOOTSTRAP_ADMIN_USERNAME", "admin", "KC_BOOTSTRAP_ADMIN_PASSWORD", Secrets.PASSWORD);

    private static final List<String> BUILD = List.of(
            "--db=dev-file",
            "--health-enabled=true",
            "--features-disabled=admin-fine-grained-authz,authorization,ciba,device-flow,"
                    + "kerberos,organization,oid4vc-vci,passkeys,impersonation,"
                    + "identity-brokering-api,twitter-broker,workflows");

    @Override
    public String name() {
        return "keycloak";
    }

    /** Another one. */
    Keycloak at(Path otherData, List<Integer> otherPorts) {
        return new Keycloak(home, realm, otherData, otherData, otherPorts.get(0), otherPorts.get(1));
    }

    @Override
    public List<Integer> ports() {
        return List.of(port, managementPort);
    }

    @Override
    public void prepare() {
        try {
            build();
            Files.createDirectories(data);
            Path imports = home.resolve("data/import");
            Files.createDirectories(imports);
            Files.copy(realm, imports.resolve("puente-realm.json"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Refusal("Could not lay out Keycloak: " + e.getMessage(), e);
        }
    }

    /** Not so either where the distribution was unpacked again, over what was built. */
    boolean built() {
        try {
            FileTime unpacked = Files.getLastModifiedTime(home.resolve("lib/quarkus"));
            return Files.getLastModifiedTime(marker()).compareTo(unpacked) >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    void build() throws IOException {
        if (built()) {
            return;
        }
        List<String> command = new ArrayList<>();
        command.add(Launch.javaProgram());
        command.addAll(jvm());
        command.addAll(program());
        command.add("build");
        command.addAll(BUILD);
        Command.run(command, "build Keycloak");
        Files.deleteIfExists(marker());
        Files.createFile(marker());
    }

    /** Is there, and as young as what was built, once that has ended well. */
    Path marker() {
        return home.resolve("puente-built-" + key(String.join(" ", BUILD)));
    }

    @Override
    public Launch launch() {
        List<String> arguments = new ArrayList<>(jvm());
        arguments.addAll(AotCaches.of(jar()).use(name(), jvm()));
        arguments.addAll(program());
        arguments.addAll(List.of("start", "--optimized", "--import-realm"));
        arguments.addAll(List.of("--http-enabled=true", "--http-host=127.0.0.1"));
        arguments.add("--http-port=" + port);
        arguments.add("--http-management-port=" + managementPort);
        arguments.add("--hostname=http://127.0.0.1:" + port);
        arguments.add("--cache=local");
        arguments.add("--db-url=jdbc:h2:file:" + database() + ";NON_KEYWORDS=VALUE");
        arguments.add("--log-level=info,org.keycloak.events:warn");
        return Launch.java(name(), arguments, ADMINISTRATOR, logs.resolve("keycloak.log"));
    }

    /** As its own script starts it, with less memory. */
    static List<String> jvm() {
        return SmallJava.with(
                "-Xms64m",
                "-Xmx256m",
                "-Dfile.encoding=UTF-8",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Duser.language=en");
    }

    private List<String> program() {
        return List.of(
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-cp",
                jar().toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint");
    }

    Path jar() {
        return home.resolve("lib/quarkus-run.jar");
    }

    /**
     * Adds the clients and users of a realm's file to the realm that runs, by Keycloak's own command line;
     * what is there already stays as it is.
     */
    void importPart(Path file) {
        Path client = home.resolve("bin/client");
        List<String> command = new ArrayList<>(List.of(Launch.javaProgram(), "-Dkc.lib.dir=" + client.resolve("lib")));
        command.addAll(List.of("-cp", client + "/*", "org.keycloak.client.admin.cli.KcAdmMain"));
        command.addAll(List.of("create", "partialImport", "-r", "puente", "-s", "ifResourceExists=SKIP", "-o"));
        command.addAll(List.of("-f", file.toString(), "--no-config", "--server", "http://127.0.0.1:" + port));
        command.addAll(List.of("--realm", "master", "--user", "admin", "--password", Secrets.PASSWORD));
        Command.run(command, "import " + file);
    }

    private Path database() {
        try {
            return data.resolve("realm-" + key(Files.readString(realm)));
        } catch (IOException e) {
            throw new Refusal("Could not read " + realm, e);
        }
    }

    private static String key(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, 8);
    }

    /** Where the realm's tokens come from. */
    String url() {
        return "http://127.0.0.1:" + port + "/realms/puente";
    }

    @Override
    public boolean ready() {
        return Http.ok(url() + "/.well-known/openid-configuration");
    }
}
