package org.puente.platform.sealing;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;
import org.puente.platform.production.FileAccess;

/**
 * This node's keys, from the files that its operators keep. The newest key stands first: others
 * seal to it, or this node signs with it. Older keys still open what was sealed before, and still
 * verify what was signed before. A changed file is read again without a restart.
 */
@ApplicationScoped
public class NodeKeys {
    private static final Logger LOG = Logger.getLogger(NodeKeys.class);
    private static final String PRIVATE = "puente.keys.private";
    private static final String SIGNING = "puente.keys.signing";
    private static final Set<String> SECRET = Set.of(PRIVATE, SIGNING);

    @ConfigProperty(name = "puente.keys.public")
    Optional<Path> publicFile;

    @ConfigProperty(name = "puente.keys.private")
    Optional<Path> privateFile;

    @ConfigProperty(name = SIGNING)
    Optional<Path> signingFile;

    private final Map<Path, Version> read = new ConcurrentHashMap<>();

    private record Version(FileTime modified, JsonWebKeySet keys) {}

    /** The node's public JWK Set (RFC 7517), as it is published in the directory. */
    public JsonWebKeySet published() {
        return read(publicFile, "puente.keys.public");
    }

    /** The node's private JWK Set; only a service that opens dossiers gets it. */
    public JsonWebKeySet own() {
        return read(privateFile, PRIVATE);
    }

    /** The JWK Set that this node signs with; a key before the newest may be its public part alone. */
    public JsonWebKeySet signing() {
        return read(signingFile, SIGNING);
    }

    /** At the start production demands better; a file that is put in its place later is only complained of. */
    private static void warnWhereOthersRead(Path file, String setting) throws IOException {
        if (SECRET.contains(setting) && FileAccess.isExposed(file)) {
            LOG.warnf("The file of %s can be read by others than this service", setting);
        }
    }

    private JsonWebKeySet read(Optional<Path> file, String setting) {
        Path path = file.orElseThrow(() -> new IllegalStateException("Set " + setting + " to a JWK Set file"));
        try {
            FileTime modified = Files.getLastModifiedTime(path);
            Version known = read.get(path);
            if (known == null || !known.modified.equals(modified)) {
                known = new Version(modified, new JsonWebKeySet(Files.readString(path)));
                read.put(path, known);
                warnWhereOthersRead(path, setting);
            }
            return known.keys;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + setting, e);
        } catch (JoseException e) {
            throw new IllegalStateException(setting + " is not a JWK Set", e);
        }
    }
}
