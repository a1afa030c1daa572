package org.puente.followup.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.puente.followup.instruments.Instrument;
import org.puente.platform.json.Json;

/** The answers of a visit. They stay in this service: no fact and no list shows them. */
@Entity
@Table(name = "answer_sheet")
class AnswerSheet {
    @Id
    @Column(name = "follow_up_id")
    private UUID followUpId;

    private String instrument;

    @Column(name = "instrument_version")
    private int instrumentVersion;

    /** A JSON object: item id to answer code. */
    private String answers;

    private Instant at;

    static AnswerSheet of(UUID followUpId, Instrument instrument, Map<String, String> answers, Instant at) {
        AnswerSheet sheet = new AnswerSheet();
        sheet.followUpId = followUpId;
        sheet.instrument = instrument.id();
        sheet.instrumentVersion = instrument.version();
        sheet.answers = Json.write(answers);
        sheet.at = at;
        return sheet;
    }
}
