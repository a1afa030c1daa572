package org.puente.registry.hsds;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.Code;
import org.puente.contracts.Dimension;
import org.puente.contracts.Level;
import org.puente.registry.directory.Facet;
import org.puente.registry.directory.PublicOffers;
import org.puente.registry.directory.Term;
import org.puente.registry.forms.Policy;

/**
 * The terms of the taxonomy. Levels and dimensions come from the contracts; categories are those
 * that this build knows, and those of the public offers.
 */
record Terms(List<Term> all) {
    static final Terms NONE = new Terms(List.of());

    static Uni<Terms> read(Mutiny.Session session, PublicOffers offers, Policy policy) {
        return offers.categories(session).map(used -> {
            Collection<String> categories = new TreeSet<>(policy.categories());
            categories.addAll(used);
            return of(categories);
        });
    }

    static Terms of(Collection<String> categories) {
        List<Term> terms = new ArrayList<>();
        add(terms, Facet.LEVEL, codes(Level.values()));
        add(terms, Facet.DIMENSION, codes(Dimension.values()));
        add(terms, Facet.CATEGORY, categories);
        return new Terms(terms);
    }

    private static void add(List<Term> terms, Facet facet, Collection<String> codes) {
        terms.add(new Term(facet, null));
        codes.forEach(code -> terms.add(new Term(facet, code)));
    }

    private static List<String> codes(Code[] codes) {
        return Arrays.stream(codes).map(Code::code).toList();
    }

    Optional<Term> find(UUID id) {
        return all.stream().filter(term -> TaxonomyTerm.idOf(term).equals(id)).findFirst();
    }
}
