package org.puente.referral.webhooks;

import jakarta.validation.constraints.NotNull;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.contracts.Code;
import org.puente.contracts.ReferralStatus;
import org.puente.referral.boxes.Box;

/**
 * Which changes an institution wants to be notified of, and where.
 *
 * @param url an https URL on the public internet
 * @param boxes null or empty for both
 * @param statuses only changes after which the referral has one of these; null or empty for all
 */
@Schema(name = "WebhookOrder")
record WebhookRequest(@NotNull String url, List<@NotNull Box> boxes, List<@NotNull ReferralStatus> statuses) {

    /** The words with commas between, as they are stored. */
    static String words(Collection<? extends Code> codes) {
        return codes == null ? "" : codes.stream().map(Code::code).distinct().collect(Collectors.joining(","));
    }

    static <E extends Enum<E> & Code> List<E> codes(Class<E> type, String words) {
        return words.isEmpty()
                ? List.of()
                : Stream.of(words.split(",")).map(word -> Code.of(type, word)).toList();
    }
}
