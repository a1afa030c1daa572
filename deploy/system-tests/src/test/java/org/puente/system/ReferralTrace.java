package org.puente.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.puente.platform.testing.SpanReceiver.Exported;

/** The way of a referral's acknowledgement, as its trace shows it. */
final class ReferralTrace {
    private static final String ACKNOWLEDGED = "org.puente.referral.acknowledged.v1";

    private ReferralTrace() {}

    /**
     * The spans from the first of the trace to the one that took in the acknowledgement, each the
     * parent of the next; none if not all have been exported.
     */
    static List<String> steps(List<Exported> spans, String referralId) {
        Map<String, Exported> byId =
                spans.stream().collect(Collectors.toMap(Exported::id, Function.identity(), (one, same) -> one));
        return spans.stream()
                .filter(span -> span.kind().equals("CONSUMER"))
                .filter(span -> referralId.equals(span.attributes().get("cloudevents.event_subject")))
                .filter(span -> ACKNOWLEDGED.equals(span.attributes().get("cloudevents.event_type")))
                .filter(span -> span.service().endsWith(".referral"))
                .findFirst()
                .map(last -> way(byId, last))
                .orElse(List.of());
    }

    private static List<String> way(Map<String, Exported> byId, Exported last) {
        List<String> way = new ArrayList<>();
        for (Exported span = last; span != null; span = byId.get(span.parent())) {
            way.addFirst(span.service() + " " + span.kind() + " " + span.name());
        }
        return way;
    }
}
