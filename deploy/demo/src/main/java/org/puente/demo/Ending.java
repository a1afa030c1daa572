package org.puente.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Waits until every referral has come to an end and every follow-up that was due is done. */
final class Ending {
    private static final Set<String> OVER =
            Set.of("declined", "cancelled", "withdrawn", "failed", "delivered", "expired");

    private final Region region;
    private final Institutions institutions;
    private final Figures figures;
    private final PrintStream out;

    Ending(Region region, Institutions institutions, Figures figures, PrintStream out) {
        this.region = region;
        this.institutions = institutions;
        this.figures = figures;
        this.out = out;
    }

    void await(List<CaseOffice.Issued> issued, Instant until) {
        while (Instant.now().isBefore(until)) {
            Map<String, Integer> byStatus = Referrals.byStatus(region, institutions);
            int open = byStatus.entrySet().stream()
                    .filter(status -> !OVER.contains(status.getKey()))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            int planned = unvisited();
            out.printf("  %d of %d referrals are open, %d follow-ups are to come%n", open, issued.size(), planned);
            if (open == 0 && planned == 0) {
                return;
            }
            Agency.pause(Duration.ofSeconds(5));
        }
        figures.count("the play took too long");
    }

    private int unvisited() {
        int count = 0;
        for (String institution : Visitor.OFFICES) {
            String url = region.of(institution.substring(0, 3), "followup") + "/v1/followups";
            for (String status : List.of("planned", "due")) {
                JsonNode page = institutions
                        .system(institution)
                        .get(url + "?limit=500&status=" + status)
                        .body();
                count += page.path("items").size();
            }
        }
        return count;
    }

    /**
     * Whether nothing waits any more and nothing was put aside, in any service, within a minute.
     */
    boolean settled() {
        Instant until = Instant.now().plusSeconds(60);
        while (Instant.now().isBefore(until)) {
            if (Backlogs.of(region).values().stream().allMatch(Backlogs.Backlog::isEmpty)) {
                return true;
            }
            Agency.pause(Duration.ofSeconds(2));
        }
        return false;
    }
}
