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

    /**
     * @param arguments the root of the repository
     */
    public static void main(String... arguments) throws IOException {
        Path root = Path.of(arguments[0]);
        for (Map.Entry<String, String> file : of(catalogue(root)).entrySet()) {
            Files.writeString(root.resolve("deploy/keycloak").resolve(file.getKey()), file.getValue());
        }
    }

    static Path catalogue(Path root) {
        return root.resolve("registry-service/src/main/resources/catalogue.json");
    }

    /** Text by file name. */
    static Map<String, String> of(Path catalogue) throws IOException {
        List<Institution> institutions = Institution.read(catalogue);
        Map<String, String> files = new LinkedHashMap<>();
        files.put("puente-realm.json", text(new Realm(institutions, false)));
        files.put("puente-realm-local.json", text(new Realm(institutions, true)));
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
