package org.puente.referral.issuing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.contracts.CaseId;
import org.puente.contracts.ConsentId;
import org.puente.contracts.ConsentPurpose;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DossierField;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.LocalizedText;
import org.puente.contracts.NodeId;
import org.puente.contracts.OfferId;
import org.puente.platform.text.Label;
import org.puente.platform.web.Texts;
import org.puente.referral.directory.RecipientNames;

/**
 * What a referral to an offer would send of a person, before it is sealed. Texts are in the language
 * of the request.
 *
 * @param name of the offer
 * @param purpose what the recipient may use it for
 * @param consentId the consent by which it would be sent
 * @param possible whether the referral could be issued now; else {@code problems} says why not
 * @param contentId stands for recipient, fields and values. Send it as {@code previewed} when the
 *     referral is issued: then nothing else goes. Absent where nothing can go
 * @param fields what would be sealed: these names and values, and no others
 * @param missing what the offer needs and the person's dossier does not hold
 * @param leftOut what the offer needs and may not be sent, each with the reason
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "ReferralPreview",
        requiredProperties = {
            "caseId",
            "offerId",
            "name",
            "recipient",
            "purpose",
            "possible",
            "fields",
            "missing",
            "leftOut",
            "problems"
        })
record Preview(
        CaseId caseId,
        OfferId offerId,
        LocalizedText name,
        Recipient recipient,
        Purpose purpose,
        ConsentId consentId,
        boolean possible,
        UUID contentId,
        List<Field> fields,
        List<Named> missing,
        List<LeftOut> leftOut,
        List<Problem> problems) {

    /**
     * @param name of the institution; absent until its entry has arrived
     * @param nodeName absent until the entry has arrived
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "PreviewRecipient",
            requiredProperties = {"node", "institution"})
    record Recipient(NodeId node, String nodeName, InstitutionId institution, String name) {}

    @Schema(
            name = "PreviewPurpose",
            requiredProperties = {"code", "label"})
    record Purpose(ConsentPurpose code, String label) {}

    /**
     * @param name as it is in the dossier
     * @param value as it is sealed
     * @param text the value in words, with labels instead of codes, to be read to the person; absent where no code is
     *     in it
     * @param why only of what is most sensitive: why this offer gets it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "PreviewField",
            requiredProperties = {"name", "label", "value"})
    record Field(String name, String label, Object value, String text, String why) {}

    @Schema(
            name = "PreviewMissing",
            requiredProperties = {"name", "label"})
    record Named(String name, String label) {}

    @Schema(
            name = "PreviewLeftOut",
            requiredProperties = {"name", "label", "code", "text"})
    record LeftOut(String name, String label, String code, String text) {}

    @Schema(
            name = "PreviewProblem",
            requiredProperties = {"code", "text"})
    record Problem(String code, String text) {}

    static Preview of(
            IssueCommand command,
            PreparedReferral prepared,
            List<IssueDecision> refused,
            RecipientNames.Names names,
            Locale locale) {
        OfferPublished offer = prepared.offer();
        ObjectNode content = prepared.content();
        return new Preview(
                command.file().id(),
                offer.offerId(),
                offer.name(),
                new Recipient(offer.node(), names.node(), offer.institution(), names.institution()),
                new Purpose(ConsentPurpose.REFERRAL, Texts.of(locale, "purpose-referral")),
                command.consent(),
                refused.isEmpty(),
                content.isEmpty() ? null : prepared.contentId(),
                fields(content, offer, locale),
                prepared.choice().missing().stream()
                        .map(field -> new Named(field.code(), label(field.code(), locale)))
                        .toList(),
                prepared.choice().leftOut().stream()
                        .map(field -> leftOut(field, command, offer, locale))
                        .toList(),
                refused.stream().map(why -> problem(why, locale)).toList());
    }

    private static List<Field> fields(ObjectNode content, OfferPublished offer, Locale locale) {
        List<Field> fields = new ArrayList<>();
        content.fields().forEachRemaining(field -> fields.add(field(field.getKey(), field.getValue(), offer, locale)));
        return List.copyOf(fields);
    }

    private static Field field(String name, JsonNode value, OfferPublished offer, Locale locale) {
        String why = name.equals(DossierField.RESTRICTED.code())
                ? Texts.of(locale, "preview-restricted-goes", category(offer, locale))
                : null;
        return new Field(
                name,
                label(name, locale),
                value,
                FieldText.of(name, value, locale).orElse(null),
                why);
    }

    private static LeftOut leftOut(
            FieldChoice.LeftOut left, IssueCommand command, OfferPublished offer, Locale locale) {
        String name = left.field().code();
        String text = Texts.of(locale, left.rule(), command.file().institution().value(), category(offer, locale));
        return new LeftOut(name, label(name, locale), left.rule(), text);
    }

    private static Problem problem(IssueDecision why, Locale locale) {
        return switch (why) {
            case IssueDecision.Refused refused ->
                new Problem(
                        refused.rule(),
                        Texts.of(locale, refused.rule(), refused.details().toArray()));
            case IssueDecision.Conflict conflict -> new Problem(conflict.rule(), Texts.of(locale, conflict.rule()));
            case IssueDecision.Forbidden forbidden -> new Problem(forbidden.rule(), Texts.of(locale, forbidden.rule()));
            case IssueDecision.Followed followed ->
                new Problem("redirect-followed", Texts.of(locale, "redirect-followed"));
            case IssueDecision.Permitted permitted -> throw new IllegalArgumentException("it is permitted");
        };
    }

    private static String category(OfferPublished offer, Locale locale) {
        return Label.of(Label.Kind.CATEGORY, offer.category()).in(locale);
    }

    private static String label(String name, Locale locale) {
        return Label.of(Label.Kind.DOSSIER_FIELD, name).in(locale);
    }

    /** The names of what is shown, for the audit. */
    List<String> shown() {
        return fields.stream().map(Field::name).toList();
    }

    @Override
    public String toString() {
        return "Preview[" + caseId + "]";
    }
}
