package org.puente.reception.returns.consents;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.ConsentGiver;
import org.puente.contracts.ConsentPurpose;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.Patterns;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.web.Access;
import org.puente.platform.web.Query;
import org.puente.platform.web.Texts;
import org.puente.reception.directory.IssuerNames;
import org.puente.reception.directory.Recipients;
import org.puente.reception.wording.ConsentText;

/** The words of a consent, for the desk to read to the person before they decide. */
@Tag(name = "Returns")
@Path("/v1/consent-texts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("intake")
class ConsentTextResource {
    private static final int MAX_RECIPIENTS = 50;
    private static final Pattern SLUG = Pattern.compile(Patterns.SLUG);

    private final Access access;
    private final UnitOfWork work;
    private final Recipients recipients;
    private final IssuerNames issuers;

    ConsentTextResource(Access access, UnitOfWork work, Recipients recipients, IssuerNames issuers) {
        this.access = access;
        this.work = work;
        this.recipients = recipients;
        this.issuers = issuers;
    }

    /**
     * @param textVersion to be recorded with the consent
     * @param language of this text: es or en. The consent records the language in which it was explained
     * @param recipients the names of those who may get data, as the text has them
     */
    @Schema(
            name = "ConsentText",
            requiredProperties = {"textVersion", "language", "title", "paragraphs", "recipients"})
    record Text(String textVersion, String language, String title, List<String> paragraphs, List<String> recipients) {}

    @GET
    @Operation(
            operationId = "readConsentText",
            summary = "The words of a consent, to be read to the person before they decide",
            description = "In Spanish or English, in plain words. Where an interpreter explains it in another language,"
                    + " record that language with the consent.")
    @APIResponse(responseCode = "200", description = "The text with its version")
    @APIResponse(responseCode = "422", description = "The directory has no such recipient")
    public Uni<Text> read(
            @Parameter(description = "`referral`, `follow-up`, `statistics`; several with commas between, or repeated")
                    @QueryParam("purposes")
                    List<String> purposes,
            @Parameter(
                            description =
                                    "`node`, `region` or ids of institutions; several with commas between, or repeated")
                    @QueryParam("scope")
                    List<String> scope,
            @Parameter(description = "`self`, `guardian` or `authority`") @QueryParam("givenBy") @DefaultValue("self")
                    String givenBy,
            @Parameter(description = "Last day; absent for no end") @QueryParam("validUntil") String validUntil,
            @Parameter(description = "`es` or `en`; absent for what `Accept-Language` prefers") @QueryParam("language")
                    String language,
            @HeaderParam("Accept-Language") String accepted) {
        InstitutionId own = access.caller().mustHaveInstitution();
        ConsentText.Terms terms = new ConsentText.Terms(
                purposes(purposes),
                scope(scope),
                Query.code("givenBy", ConsentGiver.class, givenBy),
                Query.day("validUntil", validUntil));
        Locale locale = locale(language, accepted);
        return work.read(session -> recipients
                .of(session, terms.scope())
                .chain(known ->
                        name(session, own).map(name -> text(terms, name, new ConsentText(locale, known), locale))));
    }

    /** Its id until its entry has arrived. */
    private Uni<String> name(Mutiny.Session session, InstitutionId own) {
        return issuers.name(session, own).map(name -> name == null ? own.value() : name);
    }

    private static Text text(ConsentText.Terms terms, String institution, ConsentText words, Locale locale) {
        List<String> unknown = words.unknown(terms.scope());
        if (!unknown.isEmpty()) {
            throw ProblemException.ruleBroken("recipient-unknown", String.join(", ", unknown));
        }
        return new Text(
                ConsentText.VERSION,
                locale.getLanguage(),
                words.title(terms),
                words.paragraphs(terms, institution),
                words.names(terms.scope(), false));
    }

    private static List<ConsentPurpose> purposes(List<String> sent) {
        List<ConsentPurpose> all = words(sent).stream()
                .map(word -> Query.code("purposes", ConsentPurpose.class, word))
                .toList();
        if (all.isEmpty()) {
            throw Query.refused("purposes", "purposes-needed");
        }
        return all;
    }

    private static List<String> scope(List<String> sent) {
        List<String> all = words(sent);
        if (all.isEmpty()
                || all.size() > MAX_RECIPIENTS
                || !all.stream().allMatch(one -> SLUG.matcher(one).matches())) {
            throw Query.refused("scope", "scope-needed", String.valueOf(MAX_RECIPIENTS));
        }
        return all;
    }

    private static List<String> words(List<String> sent) {
        return sent.stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .distinct()
                .toList();
    }

    private static Locale locale(String language, String accepted) {
        if (language == null) {
            return Texts.preferred(accepted);
        }
        if (!language.equals("es") && !language.equals("en")) {
            throw Query.refused("language", "not-a-code", "es, en");
        }
        return Locale.of(language);
    }
}
