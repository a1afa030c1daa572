package org.puente.local.realm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;

/**
 * Which attributes a person has. Node and institution decide what someone may see, so only an
 * administrator sees and writes them; attributes that aren't declared don't exist.
 */
final class UserProfile {
    private static final List<String> ANYONE = List.of("admin", "user");
    private static final List<String> ADMINISTRATOR = List.of("admin");

    private UserProfile() {}

    static Map<String, Object> component() {
        List<Map<String, Object>> attributes = List.of(
                attribute("username", ANYONE, ADMINISTRATOR),
                attribute("email", ANYONE, ADMINISTRATOR),
                attribute("firstName", ANYONE, ANYONE),
                attribute("lastName", ANYONE, ANYONE),
                attribute("node", ADMINISTRATOR, ADMINISTRATOR),
                attribute("institution", ADMINISTRATOR, ADMINISTRATOR));
        return Map.of(
                "org.keycloak.userprofile.UserProfileProvider",
                List.of(Map.of(
                        "providerId",
                        "declarative-user-profile",
                        "config",
                        Map.of("kc.user.profile.config", List.of(json(Map.of("attributes", attributes)))))));
    }

    private static Map<String, Object> attribute(String name, List<String> viewers, List<String> editors) {
        return Map.of("name", name, "permissions", Map.of("view", viewers, "edit", editors));
    }

    private static String json(Object value) {
        try {
            return JsonMapper.builder()
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .build()
                    .writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
