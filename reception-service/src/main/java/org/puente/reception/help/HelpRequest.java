package org.puente.reception.help;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.puente.contracts.CaseId;
import org.puente.contracts.HelpId;
import org.puente.contracts.HelpKind;
import org.puente.platform.json.Json;
import org.puente.reception.flights.PeopleGroup;

/**
 * A request to record help.
 *
 * @param helpId made by the client; null if the service is to make one
 * @param kinds each once, in the order of the codes
 * @param occurredAt in microseconds, as it is stored, so that the same request is the same when it comes again; null
 *     for now
 */
record HelpRequest(HelpId helpId, PeopleGroup group, List<HelpKind> kinds, Instant occurredAt) {

    HelpRequest {
        kinds = kinds.stream().distinct().sorted().toList();
        occurredAt = occurredAt == null ? null : occurredAt.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Whether an entry is what this request asks for, so that it is the same request again. Of an entry that a
     * restore brought back it is not known whom the request named.
     */
    boolean asksFor(HelpEntries.Entry entry) {
        return kinds.equals(entry.kinds())
                && (occurredAt == null || occurredAt.equals(entry.occurredAt()))
                && (entry.targetDigest() == null || entry.targetDigest().equals(targetDigest()));
    }

    /** Depends on whom the request names, in whatever order. */
    String targetDigest() {
        String target = Json.write(
                List.of(group.flight() == null ? "" : group.flight(), sorted(group.cases()), sorted(group.except())));
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(target.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<CaseId> sorted(List<CaseId> ids) {
        return ids.stream().sorted(Comparator.comparing(CaseId::toString)).toList();
    }
}
