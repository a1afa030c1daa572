package org.puente.registry.upkeep;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.OfferId;
import org.puente.platform.web.Access;
import org.puente.platform.web.Caller;
import org.puente.platform.web.Refusal;

/** The offers of an institution, for its own editors. */
@Path("/v1/offers/{id}")
@RolesAllowed("directory-editor")
class OfferResource {
    private final Upkeep upkeep;
    private final Documents documents;
    private final Views views;
    private final Access access;

    OfferResource(Upkeep upkeep, Documents documents, Views views, Access access) {
        this.upkeep = upkeep;
        this.documents = documents;
        this.views = views;
        this.access = access;
    }

    /**
     * The offer as it was last written, and how it stands; its ETag is what a change must name in
     * If-Match.
     */
    @GET
    @APIResponseSchema(Views.OfOffer.class)
    public Uni<Response> read(OfferId id, @HeaderParam("Accept-Language") String languages) {
        return upkeep.read(access.caller(), "offer/" + id)
                .map(kept -> views.answer(kept, null, languages));
    }

    /**
     * Creates an offer of the caller's institution, or replaces it (If-Match). Its id begins with
     * the node's own. To pause, resume or withdraw it is to change its status; {@code withdrawOn}
     * withdraws it on a day to come.
     */
    @PUT
    @APIResponseSchema(Views.OfOffer.class)
    public Uni<Response> write(
            OfferId id,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("Accept-Language") String languages,
            OfferForm form) {
        Caller caller = access.caller();
        return upkeep.write(
                        caller,
                        "offer",
                        id.value(),
                        ifMatch,
                        form,
                        session -> institutionIsPublished(session, caller))
                .map(kept -> views.answer(kept, "/v1/offers/" + id, languages));
    }

    /** Readers of an offer look up who makes it. */
    private Uni<Void> institutionIsPublished(Mutiny.Session session, Caller caller) {
        return documents
                .find(session, "institution/" + caller.institution())
                .invoke(
                        institution -> {
                            if (institution == null) {
                                throw Refusal.unprocessable("institution-unpublished");
                            }
                        })
                .replaceWithVoid();
    }
}
