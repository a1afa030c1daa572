package org.puente.referral.box;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.puente.contracts.Fact;
import org.puente.contracts.FactType;
import org.puente.contracts.Party;
import org.puente.contracts.Side;
import org.puente.contracts.Source;
import org.puente.platform.Json;

/** A fact in the structured mode of CloudEvents (JSON event format 1.0.2, section 3). */
@JsonPropertyOrder({"specversion", "id", "source", "type", "subject", "time"})
record CloudEvent(
        String specversion,
        UUID id,
        String source,
        String type,
        String subject,
        Instant time,
        URI dataschema,
        String datacontenttype,
        Fact data) {
    private static final String SERVICE = "referral";

    static String json(News news) {
        FactType type = FactType.of(news.fact());
        Party speaker = news.by() == Side.ISSUER ? news.from() : news.to();
        return Json.write(
                new CloudEvent(
                        "1.0",
                        news.factId(),
                        new Source(speaker.node(), SERVICE).toString(),
                        type.type(),
                        news.fact().subject(),
                        news.at(),
                        type.schema(),
                        "application/json",
                        news.fact()));
    }
}
