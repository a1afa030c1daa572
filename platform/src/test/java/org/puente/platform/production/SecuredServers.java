package org.puente.platform.production;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.puente.local.SecuredBackbone;

/** Servers that talk by TLS alone; what is secret is in files, one each. */
public class SecuredServers implements QuarkusTestResourceLifecycleManager {
    static final List<String> SECRET =
            List.of("puente.db.password", "puente.kafka.password", "puente.pseudonym.secret", "puente.ids.secret");

    private static SecuredBackbone running;

    private SecuredBackbone backbone;

    static SecuredBackbone running() {
        return running;
    }

    @Override
    public Map<String, String> start() {
        backbone = SecuredBackbone.start();
        backbone.provision(1);
        backbone.freshDatabase("gtm_registry");
        Map<String, String> settings = backbone.settings("gtm");
        settings.put("smallrye.config.source.file.locations", files(settings).toString());
        return settings;
    }

    /** Moves what is secret out of the settings. */
    private Path files(Map<String, String> settings) {
        try {
            Path secrets = Files.createDirectory(backbone.directory().resolve("secrets"));
            for (String name : SECRET) {
                Files.writeString(secrets.resolve(name), settings.remove(name) + "\n");
            }
            return secrets;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tests are in another class loader than what starts the servers. */
    @Override
    public void inject(Object test) {
        running = backbone;
    }

    @Override
    public void stop() {
        if (backbone != null) {
            backbone.close();
        }
    }
}
