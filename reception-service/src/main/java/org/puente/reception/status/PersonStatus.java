package org.puente.reception.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.contracts.ReferralStatus;

/**
 * What a person is shown of their case: nothing that identifies the person. Texts are in the
 * language of the request.
 *
 * @param advice what the person can do next
 */
@Schema(requiredProperties = {"returnedOn", "says", "referrals"})
public record PersonStatus(
        LocalDate returnedOn,
        String says,
        ConsentPart consent,
        List<ReferralPart> referrals,
        FollowUpPart followUp,
        String advice) {

    public record ConsentPart(ConsentStatus status, String says) {}

    /**
     * A service that the person was referred to. Of a protected service nothing is shown that helps
     * a stranger to find it or to wait there: kind, institution, phone and appointment are null.
     *
     * @param service name of the service
     * @param kind kind of service; null if there is no word for it
     * @param institution null if unknown here
     * @param phone E.164; null if none is public
     * @param appointment null if no appointment is to come
     * @param advice what the person can do
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(requiredProperties = {"service", "issuedOn", "status", "says"})
    public record ReferralPart(
            String service,
            String kind,
            String institution,
            String phone,
            LocalDate issuedOn,
            ReferralStatus status,
            String says,
            OffsetDateTime appointment,
            String advice) {}

    /**
     * @param dueOn null if no follow-up is planned
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FollowUpPart(LocalDate dueOn, String says) {}
}
