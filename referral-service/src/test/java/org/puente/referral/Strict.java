package org.puente.referral;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * Webhooks go to the public internet alone, as in production, and a request waits for the database less long than
 * elsewhere, though longer than where several things are tried one after another (OneWait). One profile for both, because each starts the service anew.
 */
public class Strict implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("puente.webhooks.private-targets", "false", "puente.http.database-within", "PT6S");
    }
}
