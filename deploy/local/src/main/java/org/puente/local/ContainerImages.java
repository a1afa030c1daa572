package org.puente.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/**
 * The images of the servers in containers: those that {@code deploy/compose/.env} pins, unless the
 * environment names others.
 */
record ContainerImages(String kafka, String postgres, String keycloak) {

    /**
     * @param pinned the file of {@code NAME=image} lines
     */
    static ContainerImages of(Path pinned, Map<String, String> environment) {
        Properties images = new Properties();
        try (var lines = Files.newBufferedReader(pinned)) {
            images.load(lines);
        } catch (IOException e) {
            throw new Refusal("Could not read " + pinned, e);
        }
        images.putAll(environment);
        return new ContainerImages(
                images.getProperty("KAFKA_IMAGE"),
                images.getProperty("POSTGRES_IMAGE"),
                images.getProperty("KEYCLOAK_IMAGE"));
    }
}
