package org.puente.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.puente.local.UnpackedEntry;

/** An image as {@code docker load} reads it: a manifest, a configuration, and a packed tar for each layer. */
record ImageTar(Path file) {
    private static final JsonMapper JSON = new JsonMapper();

    /** The value of a variable that the image sets. */
    Optional<String> variable(String name) throws IOException {
        Map<String, byte[]> texts = texts();
        JsonNode manifest = JSON.readTree(texts.get("manifest.json")).path(0);
        JsonNode configuration = JSON.readTree(texts.get(manifest.path("Config").asText()));
        return StreamSupport.stream(configuration.path("config").path("Env").spliterator(), false)
                .map(JsonNode::asText)
                .filter(variable -> variable.startsWith(name + "="))
                .map(variable -> variable.substring(name.length() + 1))
                .findFirst();
    }

    /**
     * Unpacks a directory of the image, as all of its layers together have it. What an upper layer deletes is
     * unpacked all the same.
     *
     * @param directory absolute, in the image
     */
    void unpack(String directory, Path to) throws IOException {
        List<String> layers = JSON.readTree(texts().get("manifest.json"))
                .path(0)
                .path("Layers")
                .valueStream()
                .map(JsonNode::asText)
                .toList();
        for (String layer : layers) {
            try (TarArchiveInputStream image = open()) {
                for (TarArchiveEntry entry = image.getNextEntry(); entry != null; entry = image.getNextEntry()) {
                    if (entry.getName().equals(layer)) {
                        unpackLayer(image, directory.substring(1) + "/", to);
                    }
                }
            }
        }
    }

    private static void unpackLayer(InputStream layer, String prefix, Path to) throws IOException {
        TarArchiveInputStream files = new TarArchiveInputStream(unpacked(layer));
        for (TarArchiveEntry entry = files.getNextEntry(); entry != null; entry = files.getNextEntry()) {
            String name = entry.getName().startsWith("./") ? entry.getName().substring(2) : entry.getName();
            if (name.startsWith(prefix)) {
                UnpackedEntry.write(entry, files, prefix, name.substring(prefix.length()), to);
            }
        }
    }

    private static InputStream unpacked(InputStream layer) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(layer);
        buffered.mark(2);
        boolean packed = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        return packed ? new GZIPInputStream(buffered) : buffered;
    }

    /** The small files of the image, by name. */
    private Map<String, byte[]> texts() throws IOException {
        Map<String, byte[]> texts = new HashMap<>();
        try (TarArchiveInputStream image = open()) {
            for (TarArchiveEntry entry = image.getNextEntry(); entry != null; entry = image.getNextEntry()) {
                if (entry.getName().endsWith(".json")) {
                    texts.put(entry.getName(), image.readAllBytes());
                }
            }
        }
        return texts;
    }

    private TarArchiveInputStream open() throws IOException {
        return new TarArchiveInputStream(new BufferedInputStream(Files.newInputStream(file)));
    }
}
