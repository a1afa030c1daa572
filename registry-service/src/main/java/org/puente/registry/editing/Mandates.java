package org.puente.registry.editing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.Mandate;
import org.puente.platform.problems.FieldError;
import org.puente.platform.problems.ProblemException;
import org.puente.registry.documents.Documents;
import org.puente.registry.forms.InstitutionForm;
import org.puente.registry.forms.OfferForm;

/**
 * Mandates that an institution can't give itself, since the mandate alone decides that people come
 * to it: an office that follows up reads whom to visit, and a child alone goes to a protection
 * authority first. The node's authority gives these mandates, in the catalogue or by {@code
 * puente.policy.given-mandates}.
 */
@ApplicationScoped
class Mandates {
    private static final Set<Mandate> GIVEN = EnumSet.of(Mandate.FOLLOW_UP, Mandate.CHILD_PROTECTION);

    /** Only protection authorities make offers of this category (docs/glossary.md). */
    private static final String CHILD_PROTECTION = "child-protection";

    private final Documents documents;
    private final Set<String> given;

    /**
     * @param given each as {@code institution=mandate}
     */
    Mandates(Documents documents, @ConfigProperty(name = "puente.policy.given-mandates") Optional<Set<String>> given) {
        this.documents = documents;
        this.given = Set.copyOf(given.orElse(Set.of()));
    }

    /**
     * @throws ProblemException invalid; it names the mandates that the institution hasn't been given
     */
    Uni<Void> check(Mutiny.Session session, InstitutionId id, InstitutionForm form) {
        List<Mandate> wanted = form.does() == null ? List.of() : form.does();
        return of(session, id)
                .invoke(has -> refuse(IntStream.range(0, wanted.size())
                        .filter(i -> GIVEN.contains(wanted.get(i)))
                        .filter(i -> !has.contains(wanted.get(i)))
                        .mapToObj(i -> "/does/" + i)
                        .toList()))
                .replaceWithVoid();
    }

    /**
     * @throws ProblemException invalid if only a protection authority may make the offer, and the
     *     institution is none
     */
    Uni<Void> check(Mutiny.Session session, InstitutionId id, OfferForm form) {
        return CHILD_PROTECTION.equals(form.category())
                ? of(session, id)
                        .invoke(has ->
                                refuse(has.contains(Mandate.CHILD_PROTECTION) ? List.of() : List.of("/category")))
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    private static void refuse(List<String> pointers) {
        if (!pointers.isEmpty()) {
            throw ProblemException.invalid(pointers.stream()
                    .map(pointer -> FieldError.of(pointer, "mandate-is-given"))
                    .toList());
        }
    }

    /**
     * The mandates that an institution has: those that the configuration gives, and those in its
     * document.
     */
    private Uni<Set<Mandate>> of(Mutiny.Session session, InstitutionId id) {
        return documents.find(session, "institution/" + id).map(found -> {
            Set<Mandate> all = EnumSet.noneOf(Mandate.class);
            GIVEN.stream().filter(one -> given.contains(id + "=" + one.code())).forEach(all::add);
            if (found != null) {
                List<Mandate> does = found.form(InstitutionForm.class).does();
                all.addAll(does == null ? List.of() : does);
            }
            return all;
        });
    }
}
