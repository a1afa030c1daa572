package org.puente.reception.status;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.contracts.ReferralId;
import org.puente.contracts.ReferralStatus;
import org.puente.reception.rights.DataRequestKind;
import org.puente.reception.rights.DataRequestOutcome;

/**
 * What a person is shown of their case: nothing that identifies the person. Texts are in the
 * language of the request.
 *
 * @param advice what the person can do next
 */
@Schema(requiredProperties = {"returnedOn", "says", "referrals", "dataRequests"})
public record PersonStatus(
        LocalDate returnedOn,
        String says,
        OfConsent consent,
        List<OfReferral> referrals,
        OfFollowUp followUp,
        List<OfDataRequest> dataRequests,
        String advice) {

    /** With what the person has asked for. Complaints are not here: the desk knows the code of the case. */
    PersonStatus with(List<OfDataRequest> requests) {
        return new PersonStatus(returnedOn, says, consent, referrals, followUp, requests, advice);
    }

    /**
     * @param given each consent that is in force: for what, for whom, by whom, until when
     */
    @Schema(
            name = "ConsentPart",
            requiredProperties = {"status", "says", "given"})
    public record OfConsent(ConsentStatus status, String says, List<String> given) {}

    /**
     * A service that the person was referred to. Of a protected service nothing is shown that helps
     * a stranger to find it or to wait there: kind, institution, phone and appointment are null.
     *
     * @param referralId for the form of a complaint; not shown
     * @param service name of the service
     * @param kind kind of service; null if there is no word for it
     * @param institution null if unknown here
     * @param phone E.164; null if none is public
     * @param appointment null if no appointment is to come
     * @param advice what the person can do
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "ReferralPart",
            requiredProperties = {"service", "issuedOn", "status", "says"})
    public record OfReferral(
            @JsonIgnore ReferralId referralId,
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
    @Schema(name = "FollowUpPart")
    public record OfFollowUp(LocalDate dueOn, String says) {}

    /**
     * A request about the person's data.
     *
     * @param outcome null while it is open
     * @param answer null while it is open, and where nothing was written
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "DataRequestPart",
            requiredProperties = {"kind", "receivedOn", "dueOn", "says"})
    public record OfDataRequest(
            DataRequestKind kind,
            LocalDate receivedOn,
            LocalDate dueOn,
            DataRequestOutcome outcome,
            String says,
            String answer) {}
}
