package org.puente.local.realm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the realm's files; they are committed, and a test sees that they are as written here. */
public final class RealmFiles {
    private RealmFiles() {}

    /** For a region on one machine. */
    public static final String LOCAL = "puente-realm-local.json";

    private static final String PRODUCTION = "puente-realm.json";

    /**
     * @param arguments the root of the repository; for a node that its catalogue doesn't have, also the
     *     node's own catalogue, and the directory to write to
     */
    public static void main(String... arguments) throws IOException {
        Path root = Path.of(arguments[0]);
        boolean added = arguments.length > 1;
        Path catalogue = added ? Path.of(arguments[1]) : catalogue(root);
        Path directory = added ? Path.of(arguments[2]) : root.resolve("deploy/keycloak");
        for (Map.Entry<String, String> file : of(catalogue).entrySet()) {
            Files.writeString(directory.resolve(file.getKey()), file.getValue());
        }
    }

    static Path catalogue(Path root) {
        return root.resolve("registry-service/src/main/resources/catalogue.json");
    }

    /** Text by file name. */
    public static Map<String, String> of(Path catalogue) throws IOException {
        List<Institution> institutions = Institution.read(catalogue);
        Map<String, String> files = new LinkedHashMap<>();
        files.put(PRODUCTION, text(new Realm(institutions, false)));
        files.put(LOCAL, text(new Realm(institutions, true)));
        return files;
    }

    private static String text(Realm realm) throws JsonProcessingException {
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                        .build()
                        .writeValueAsString(realm.toJson())
                + "\n";
    }
}
