package org.puente.registry.editing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.Mandate;
import org.puente.registry.documents.Documents;
import org.puente.registry.forms.InstitutionForm;

/**
 * The mandates that institutions have. The node's authority gives those of {@link MandatePolicy},
 * in the catalogue or by {@code puente.policy.given-mandates}.
 */
@ApplicationScoped
class Mandates {
    private final Documents documents;
    private final Set<String> given;

    /**
     * @param given each as {@code institution=mandate}
     */
    Mandates(Documents documents, @ConfigProperty(name = "puente.policy.given-mandates") Optional<Set<String>> given) {
        this.documents = documents;
        this.given = Set.copyOf(given.orElse(Set.of()));
    }

    /** Those that the configuration gives, and those in the institution's document. */
    Uni<Set<Mandate>> of(Mutiny.Session session, InstitutionId id) {
        return documents.find(session, "institution/" + id).map(found -> {
            Set<Mandate> all = EnumSet.noneOf(Mandate.class);
            MandatePolicy.GIVEN.stream()
                    .filter(mandate -> given.contains(id + "=" + mandate.code()))
                    .forEach(all::add);
            List<Mandate> does =
                    found == null ? null : found.form(InstitutionForm.class).does();
            all.addAll(does == null ? List.of() : does);
            return all;
        });
    }
}
