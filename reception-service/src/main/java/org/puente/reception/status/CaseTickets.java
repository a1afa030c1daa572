package org.puente.reception.status;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.puente.platform.ids.Ids;
import org.puente.platform.ids.KeyedIds;
import org.puente.platform.json.Json;

/**
 * Lets a person who has just shown code and year of birth send a form from the page, without typing
 * them again, and without code, cookie or session on the page. A ticket is sealed, holds for some
 * minutes, and ends with its code. Nobody else's page can make one, so none can send a form in the
 * person's name.
 */
@ApplicationScoped
class CaseTickets {
    private static final Duration HOLDS = Duration.ofMinutes(30);

    private final StatusCodes codes;
    private final Clock clock;

    CaseTickets(StatusCodes codes, Clock clock) {
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * What a ticket says.
     *
     * @param mark of the code that was shown
     * @param id of its own
     */
    record Ticket(String mark, UUID id) {
        /**
         * The id of what is sent with it: the same form is taken once, however often it is sent; another one is
         * another.
         *
         * @param form what was filled in; a field may be null
         */
        UUID idOf(String... form) {
            return KeyedIds.of(id.toString().getBytes(StandardCharsets.US_ASCII), Json.write(form));
        }

        @Override
        public String toString() {
            return "Ticket[…]";
        }
    }

    String give(String mark) {
        return codes.seal(
                mark + " " + Ids.next() + " " + clock.instant().plus(HOLDS).toEpochMilli());
    }

    /**
     * @return empty if the text is no ticket of ours, or its time is over
     */
    Optional<Ticket> read(String text) {
        if (text == null || text.length() > 1000) {
            return Optional.empty();
        }
        try {
            String[] parts = codes.open(text).orElseThrow().split(" ");
            Instant until = Instant.ofEpochMilli(Long.parseLong(parts[2]));
            return until.isBefore(clock.instant())
                    ? Optional.empty()
                    : Optional.of(new Ticket(parts[0], UUID.fromString(parts[1])));
        } catch (RuntimeException e) {
            return Optional.empty(); // another text that is sealed here, such as an answer with a code
        }
    }
}
