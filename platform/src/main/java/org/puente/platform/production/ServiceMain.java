package org.puente.platform.production;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.smallrye.config.SmallRyeConfig;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Starts a service, unless its settings are insecure. All of them are checked before Quarkus starts: it reads
 * them one after the other, when it is connecting to servers already.
 */
@QuarkusMain
public final class ServiceMain {
    private static final int REFUSED = 1;

    private ServiceMain() {}

    public static void main(String... arguments) {
        SmallRyeConfig config = ConfigProvider.getConfig().unwrap(SmallRyeConfig.class);
        List<String> unmet = ProductionRequirements.unmet(config);
        if (!unmet.isEmpty()) {
            // There is no log yet; who starts it reads this.
            System.err.println(refusal(unmet));
            System.exit(REFUSED);
        }
        Quarkus.run(arguments);
    }

    static String refusal(List<String> unmet) {
        return "This service does not start, because as production it would be insecure:\n- "
                + String.join("\n- ", unmet)
                + "\nOn a machine for development, where nobody's data is, set "
                + ProductionRequirements.DEVELOPMENT
                + "=true instead. What each setting is for: docs/operating.md, \"Refused to start\".";
    }
}
