package org.puente.kafka;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/** Provisions a cluster from the command line; prints what it changed. */
public final class Main {
    private Main() {}

    public static void main(String[] words) throws InterruptedException {
        // The client's own log is of no use to whoever runs this; what goes wrong is thrown.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        try {
            Arguments arguments = Arguments.parse(words);
            List<String> changes = provision(arguments);
            changes.forEach(System.out::println);
            System.out.println(
                    changes.isEmpty()
                            ? "The cluster is as declared; nothing was changed."
                            : "The cluster is now as declared; " + changes.size() + " changes.");
        } catch (IllegalArgumentException e) {
            end(2, e.getMessage() + "\n" + Arguments.USAGE);
        } catch (NoSuchFileException e) {
            end(2, "There is no file " + e.getMessage());
        } catch (IOException | KafkaException | IllegalStateException e) {
            end(1, e.getMessage());
        }
    }

    private static List<String> provision(Arguments arguments) throws InterruptedException {
        try (Admin admin = Admin.create(arguments.login())) {
            return new Provisioning(
                            admin, new Declaration(arguments.nodes()), arguments.partitions(), arguments.replication())
                    .run(arguments.passwords());
        }
    }

    private static void end(int status, String message) {
        System.err.println(message);
        System.exit(status);
    }
}
