package org.puente.referral.dossiers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.Code;
import org.puente.contracts.DossierField;
import org.puente.contracts.ReferralId;
import org.puente.contracts.Side;
import org.puente.platform.audit.Audit;
import org.puente.platform.audit.ReadingGround;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;
import org.puente.platform.waiting.Early;
import org.puente.platform.waiting.RequestWaits;
import org.puente.platform.web.Access;
import org.puente.platform.web.Caller;
import org.puente.referral.referrals.Participants;
import org.puente.referral.referrals.Referrals;

/** The person behind a referral, for the addressed institution alone; every reading is audited. */
@Tag(name = "Dossiers", description = "Whatever identifies a person, for the addressed institution alone")
@Path("/v1/referrals/{id}/dossier")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("case-manager")
class DossierResource {
    /**
     * What a dossier may hold; where no birth date is known, the age in years stands for it. Earlier
     * work and studies come with the skills.
     */
    private static final Set<String> NAMES = Stream.of(
                    Arrays.stream(DossierField.values()).map(Code::code),
                    Stream.of("ageYears", DossierField.SAFE_CONTACT),
                    Dossiers.SKILLS_TOO.stream())
            .flatMap(names -> names)
            .collect(Collectors.toUnmodifiableSet());

    private final UnitOfWork work;
    private final Access access;
    private final Referrals referrals;
    private final Dossiers dossiers;
    private final Audit audit;
    private final RequestWaits waits;

    DossierResource(
            UnitOfWork work, Access access, Referrals referrals, Dossiers dossiers, Audit audit, RequestWaits waits) {
        this.work = work;
        this.access = access;
        this.referrals = referrals;
        this.dossiers = dossiers;
        this.audit = audit;
        this.waits = waits;
    }

    /**
     * @param why the ground of the reading, as a word for the audit
     */
    @GET
    @Operation(operationId = "readDossier", summary = "Reads the person behind a referral; every reading is audited")
    @APIResponse(
            responseCode = "200",
            description = "The fields that the offer needs and the consent covers. Where the person must be contacted"
                    + " with care, `safeContact` says how: use no other way, and no other hour",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "409", description = "The dossier is not there yet, or cannot be opened")
    @APIResponse(responseCode = "410", description = "The dossier was erased")
    public Uni<Response> read(
            UUID id,
            @Parameter(description = "The ground of the reading, as a word for the audit")
                    @QueryParam("why")
                    @DefaultValue(AccessPurpose.USUAL)
                    String why,
            @HeaderParam("Prefer") List<String> prefer) {
        Caller caller = access.caller();
        String word = ReadingGround.word(why);
        return waits.of(caller, prefer)
                .until(
                        id,
                        Early.unknown(id).or(Early.code("dossier-not-there-yet")),
                        () -> work.run(session -> read(session, new ReferralId(id), caller, word)))
                .map(contents -> Response.ok(contents).build());
    }

    private Uni<ObjectNode> read(Mutiny.Session session, ReferralId id, Caller caller, String why) {
        return referrals
                .find(session, id)
                .invoke(referral -> Participants.mustInclude(Side.RECIPIENT, caller, referral))
                .chain(referral -> dossiers.find(session, Erasure.HeldDossier.of(referral)))
                .map(this::open)
                .call(contents -> audit.add(session, caller, "dossier.read", id.toString(), names(contents), why));
    }

    private ObjectNode open(Dossier dossier) {
        if (dossier == null) {
            throw ProblemException.conflict("dossier-not-there-yet");
        }
        if (dossier.isErased()) {
            throw ProblemException.of(ProblemKind.GONE, "dossier-erased");
        }
        return dossiers.open(dossier).orElseThrow(() -> ProblemException.conflict("dossier-unreadable"));
    }

    private static List<String> names(ObjectNode contents) {
        List<String> names = new ArrayList<>();
        contents.fieldNames().forEachRemaining(names::add);
        names.retainAll(NAMES); // another node has sealed it, and could name a field as it likes
        return names;
    }
}
