package org.puente.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * An authority that was made for one purpose, and a certificate of it for the servers of this machine, all PEM.
 * Made by the JDK's keytool; whoever holds the directory can pass for those servers.
 *
 * @param directory holds the files, and nothing else
 */
record Certificates(Path directory) {
    private static final String PASSWORD = "changeit";
    private static final String HERE = "san=ip:127.0.0.1,dns:localhost";

    /** In an empty directory, or in the place of those that are there. */
    static Certificates make(Path directory) {
        try {
            Files.createDirectories(directory);
            Path store = Files.createTempDirectory(directory, "made").resolve("store.p12");
            generate(store, "authority", List.of("-ext", "bc:c"));
            generate(store, "server", List.of("-signer", "authority", "-ext", HERE));
            Certificates made = new Certificates(directory);
            made.write(KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray()));
            Trees.delete(store.getParent());
            return made;
        } catch (IOException | GeneralSecurityException e) {
            throw new Refusal("Could not make certificates: " + e.getMessage(), e);
        }
    }

    private static void generate(Path store, String alias, List<String> more) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-genkeypair", "-alias", alias, "-dname", "CN=" + alias, "-validity", "2"));
        command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1"));
        command.addAll(List.of("-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", PASSWORD));
        command.addAll(more);
        Command.run(command, "make a certificate");
    }

    private void write(KeyStore store) throws IOException, GeneralSecurityException {
        String key = pem(
                "PRIVATE KEY", store.getKey("server", PASSWORD.toCharArray()).getEncoded());
        String certificate = pem("CERTIFICATE", store.getCertificate("server").getEncoded());
        String signer = pem("CERTIFICATE", store.getCertificate("authority").getEncoded());
        PrivateFile.replace(authority(), signer);
        PrivateFile.replace(certificate(), certificate + signer);
        PrivateFile.replace(key(), key);
        PrivateFile.replace(keyAndCertificate(), key + certificate + signer);
    }

    private static String pem(String what, byte[] content) {
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                .formatted(what, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content));
    }

    /** By which clients know whether to trust a server. */
    Path authority() {
        return directory.resolve("authority.crt");
    }

    Path certificate() {
        return directory.resolve("server.crt");
    }

    Path key() {
        return directory.resolve("server.key");
    }

    /** As Kafka wants them: in one file. */
    Path keyAndCertificate() {
        return directory.resolve("server.pem");
    }
}
