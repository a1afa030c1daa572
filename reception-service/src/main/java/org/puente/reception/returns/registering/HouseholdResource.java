package org.puente.reception.returns.registering;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.puente.contracts.InstitutionId;
import org.puente.platform.web.Access;
import org.puente.platform.web.Caller;
import org.puente.platform.web.Idempotency;
import org.puente.platform.web.StoredResponse;
import org.puente.platform.web.Texts;
import org.puente.reception.returns.Checks;

/** The desk where a household is registered together. */
@Tag(name = "Returns")
@Path("/v1/returns/households")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("intake")
class HouseholdResource {
    private static final String ENDPOINT = "POST /v1/returns/households";

    private final Access access;
    private final Checks checks;
    private final Idempotency idempotency;
    private final HouseholdPreparation preparation;
    private final HouseholdRegistering registering;
    private final CodeAnswers answers;

    HouseholdResource(
            Access access,
            Checks checks,
            Idempotency idempotency,
            HouseholdPreparation preparation,
            HouseholdRegistering registering,
            CodeAnswers answers) {
        this.access = access;
        this.checks = checks;
        this.idempotency = idempotency;
        this.preparation = preparation;
        this.registering = registering;
        this.answers = answers;
    }

    @POST
    @Operation(
            operationId = "registerHousehold",
            summary = "Registers the people of a household together, all or none",
            description = "Each member is answered as a single registration is. Whether a child is unaccompanied or"
                    + " separated follows from who is responsible for it.")
    @APIResponse(
            responseCode = "201",
            description = "All are registered; `Location` is the first member's return, which shows the others",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = HouseholdRegistering.RegisteredHousehold.class)))
    @APIResponse(
            responseCode = "409",
            description = "A return has the `caseId` of a member, or had it until it was erased: `errors` names those"
                    + " members")
    @APIResponse(
            responseCode = "422",
            description = "The directory does not know the institution, or the `Idempotency-Key` was sent with another"
                    + " body")
    public Uni<Response> register(
            HouseholdForm form,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("Accept-Language") String language) {
        Caller caller = access.caller();
        InstitutionId own = caller.mustHaveInstitution();
        checks.form(form);
        Locale locale = Texts.preferred(language);
        // Before a dossier is sealed: a device that is not sure sends its day again.
        return idempotency
                .earlier(caller, key, ENDPOINT, form, answers)
                .onItem()
                .ifNull()
                .switchTo(() -> preparation
                        .prepared(form)
                        .chain(prepared -> idempotency.once(
                                caller,
                                key,
                                ENDPOINT,
                                form,
                                answers,
                                session -> registering
                                        .apply(session, own, prepared, locale)
                                        .map(HouseholdResource::created))))
                .map(StoredResponse::response);
    }

    /** At the first member's return the others of the household are shown too. */
    private static StoredResponse created(HouseholdRegistering.RegisteredHousehold registered) {
        return StoredResponse.created(
                "/v1/returns/" + registered.members().getFirst().caseId(), registered);
    }
}
