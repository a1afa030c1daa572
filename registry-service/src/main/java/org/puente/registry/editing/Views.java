package org.puente.registry.editing;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.platform.web.StoredResponse;
import org.puente.platform.web.Texts;
import org.puente.registry.directory.Assurance;
import org.puente.registry.forms.EntryForm;
import org.puente.registry.forms.InstitutionForm;
import org.puente.registry.forms.OfferForm;
import org.puente.registry.wording.Wording;

/** Entries as their editors see them: the written fields, and the present state. */
@ApplicationScoped
class Views {
    private final Assurance assurance;

    Views(Assurance assurance) {
        this.assurance = assurance;
    }

    @Schema(
            name = "OfferView",
            requiredProperties = {"name", "level", "dimension", "category", "coverage", "standing"})
    record OfOffer(@JsonUnwrapped OfferForm form, EntryStatus standing) {}

    @Schema(
            name = "InstitutionView",
            requiredProperties = {"name", "kind", "standing"})
    record OfInstitution(@JsonUnwrapped InstitutionForm form, EntryStatus standing) {}

    /**
     * @param path of the entry; used only if the request has created it
     */
    Response answer(StoredDocument kept, String path, String languages) {
        Wording wording = new Wording(Texts.preferred(languages));
        EntryForm form = kept.document().form();
        EntryStatus standing = EntryStatus.of(form, kept.status(), assurance, wording);
        Object view = switch (form) {
            case OfferForm offer -> new OfOffer(offer, standing);
            case InstitutionForm institution -> new OfInstitution(institution, standing);
        };
        StoredResponse answer = kept.created() ? StoredResponse.created(path, view) : StoredResponse.ok(view);
        return Response.fromResponse(answer.version(kept.document().revision()).response())
                .header(HttpHeaders.CONTENT_LANGUAGE, wording.language())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}
