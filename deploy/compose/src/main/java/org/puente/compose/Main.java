package org.puente.compose;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.puente.demo.Demo;
import org.puente.local.Home;

/** {@code ./puente compose} and {@code ./puente play}; in its image, the provisioning. */
public final class Main {
    private Main() {}

    public static void main(String... words) throws IOException {
        // Kafka's client logs nothing to the terminal; what fails is thrown.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        try {
            System.exit(run(words));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n" + usage());
            System.exit(2);
        } catch (InterruptedException | IOException | RuntimeException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static int run(String... words) throws IOException, InterruptedException {
        return switch (words.length == 0 ? "" : words[0]) {
            case "secrets" -> secrets();
            case "policy" -> policy();
            case "play" -> PlayCommand.parse(words).run(Home.find(), System.out) ? 0 : 1;
            case "provision" -> {
                new ProvisioningJob(ProvisioningSettings.read(Path.of("/run/secrets/provisioning"))).run(System.out);
                yield 0;
            }
            default -> throw new IllegalArgumentException("Unknown command: " + String.join(" ", words));
        };
    }

    private static int secrets() throws IOException {
        Home home = Home.find();
        new SecretFiles(home.composeSecrets(), home.realm()).write();
        System.out.println("The secrets are in " + home.composeSecrets());
        return 0;
    }

    /** What {@code ./puente compose --help} shows, without Java. */
    private static String usage() throws IOException {
        try (InputStream text = Main.class.getResourceAsStream("usage.txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** As variables of a shell, for {@code up --play}. */
    private static int policy() {
        Demo.POLICY.forEach((name, value) -> System.out.println(name + "=" + value));
        return 0;
    }
}
