package org.puente.registry.forms;

import io.quarkus.arc.ClientProxy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Changes the policy of a running service, as another configuration at its next start would. */
@ApplicationScoped
public class Policies {
    private final Policy policy;

    Policies(Policy policy) {
        this.policy = policy;
    }

    public void answerWithin(String normal) {
        ClientProxy.unwrap(policy).normal = Duration.parse(normal);
    }
}
