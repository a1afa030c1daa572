package org.puente.registry.hsds;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.function.BiFunction;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.registry.directory.DirectoryFilter;
import org.puente.registry.directory.Part;
import org.puente.registry.directory.PublicOffers;
import org.puente.registry.directory.Slice;
import org.puente.registry.forms.Policy;

/** Answers with a page of any list. */
@ApplicationScoped
class Lists {
    private final UnitOfWork work;
    private final PublicOffers offers;
    private final Policy policy;
    private final RenderContext.Of faces;

    Lists(UnitOfWork work, PublicOffers offers, Policy policy, RenderContext.Of faces) {
        this.work = work;
        this.offers = offers;
        this.policy = policy;
        this.faces = faces;
    }

    /** The source of the rows of a list. */
    interface Source<T> {
        Uni<Part<T>> part(Mutiny.Session session, DirectoryFilter by, Slice slice);
    }

    <T> Uni<Response> answer(Paged paged, Filters filters, Source<T> source, BiFunction<T, RenderContext, ?> shown) {
        return answer(paged, paged.pager(), filters, source, shown);
    }

    <T> Uni<Response> answer(
            Paged paged, Pager pager, Filters filters, Source<T> source, BiFunction<T, RenderContext, ?> shown) {
        RenderContext face = faces.in(paged.wording());
        return work.read(session -> part(session, paged, pager, filters, source))
                .map(part -> paged.answer(pager, part, entry -> shown.apply(entry, face)));
    }

    private <T> Uni<Part<T>> part(Mutiny.Session session, Paged paged, Pager pager, Filters filters, Source<T> source) {
        return terms(session, filters)
                .map(terms -> filters.narrowing(paged.words(), terms))
                .chain(by -> by.map(some -> source.part(session, some, pager.slice()))
                        .orElse(Uni.createFrom().item(Part.none())));
    }

    private Uni<Terms> terms(Mutiny.Session session, Filters filters) {
        return filters.asksForTerms()
                ? Terms.read(session, offers, policy)
                : Uni.createFrom().item(Terms.NONE);
    }
}
