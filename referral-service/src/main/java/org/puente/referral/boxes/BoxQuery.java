package org.puente.referral.boxes;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.puente.contracts.Code;
import org.puente.contracts.ReferralStatus;
import org.puente.contracts.Side;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.web.Caller;
import org.puente.platform.web.Query;
import org.puente.referral.referrals.Participants;
import org.puente.referral.referrals.Referral;

/** The query for a list of referrals. */
public record BoxQuery(Box box, List<ReferralStatus> statuses, Instant modifiedAfter) {

    /**
     * @throws ProblemException invalid that names the wrong parameter
     */
    public static BoxQuery of(String box, List<String> status, String modifiedAfter) {
        Instant after = Query.instant("modifiedAfter", modifiedAfter);
        return new BoxQuery(box(box), statuses(status), after == null ? Instant.EPOCH : after);
    }

    /** The caller's side in a referral of the box; null for the case owner where another one issued it. */
    public Side side(Referral referral, Caller caller) {
        if (box == Box.INCOMING) {
            return Side.RECIPIENT;
        }
        return Participants.of(referral).is(Side.ISSUER, caller) ? Side.ISSUER : null;
    }

    private static Box box(String box) {
        return switch (box) {
            case "incoming" -> Box.INCOMING;
            case "outgoing" -> Box.OUTGOING;
            default -> throw Query.refused("box", "not-a-code", "incoming, outgoing");
        };
    }

    private static List<ReferralStatus> statuses(List<String> codes) {
        if (codes == null || codes.isEmpty()) {
            return List.of(ReferralStatus.values());
        }
        try {
            return codes.stream()
                    .flatMap(one -> Arrays.stream(one.split(",")))
                    .map(code -> Code.of(ReferralStatus.class, code))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw Query.refused(
                    "status",
                    "not-a-code",
                    Arrays.stream(ReferralStatus.values()).map(Code::code).collect(Collectors.joining(", ")));
        }
    }
}
