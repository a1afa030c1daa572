package org.puente.registry.forms;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.puente.contracts.AnswerWithin;
import org.puente.contracts.DossierField;

/** The defaults for offers that set no value of their own. */
@ApplicationScoped
public class Policy {
    @ConfigProperty(name = "puente.policy.answer-within.emergency")
    Duration emergency;

    @ConfigProperty(name = "puente.policy.answer-within.urgent")
    Duration urgent;

    @ConfigProperty(name = "puente.policy.answer-within.normal")
    Duration normal;

    private final NeededFields neededFields = NeededFields.ofThisBuild();

    AnswerWithin answerWithin() {
        return new AnswerWithin(emergency, urgent, normal);
    }

    /** The categories that this build knows; institutions may add others. */
    public List<String> categories() {
        return neededFields.categories().stream()
                .map(NeededFields.ByCategory::category)
                .toList();
    }

    List<DossierField> needsFields(String category) {
        return neededFields.of(category);
    }
}
