package org.puente.reception.complaints;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.InstitutionId;
import org.puente.reception.directory.ReceptionDirectory;

/** The institutions that this node's operators have named for complaints, as far as the directory has them. */
@ApplicationScoped
class Recipients {
    private final ReceptionDirectory directory;
    private final List<InstitutionId> named;

    /**
     * @param named ids in the order of preference; those of other nodes stand for nobody here
     */
    Recipients(
            ReceptionDirectory directory,
            @ConfigProperty(name = "puente.policy.complaints.recipients") Optional<List<String>> named) {
        this.directory = directory;
        this.named = named.orElse(List.of()).stream().map(InstitutionId::new).toList();
    }

    /** Those who take complaints now, in order. */
    Uni<List<InstitutionId>> able(Mutiny.Session session) {
        return directory.active(session).map(this::inOrder);
    }

    private List<InstitutionId> inOrder(Set<InstitutionId> active) {
        return named.stream().filter(active::contains).toList();
    }
}
