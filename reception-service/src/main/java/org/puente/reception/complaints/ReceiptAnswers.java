package org.puente.reception.complaints;

import jakarta.enterprise.context.ApplicationScoped;
import org.puente.platform.web.Idempotency;
import org.puente.platform.web.StoredResponse;
import org.puente.reception.sealing.SealedTexts;

/** Answers that hand out a receipt code: kept sealed under an Idempotency-Key, for a day. */
@ApplicationScoped
class ReceiptAnswers implements Idempotency.Keeping {
    private final SealedTexts texts;

    ReceiptAnswers(SealedTexts texts) {
        this.texts = texts;
    }

    @Override
    public StoredResponse sealed(StoredResponse answer) {
        return with(answer, texts.seal(answer.body()));
    }

    /** A release without receipts kept its answers as they were. */
    @Override
    public StoredResponse opened(StoredResponse kept) {
        return with(kept, texts.open(kept.body()).orElse(kept.body()));
    }

    private static StoredResponse with(StoredResponse answer, String body) {
        return new StoredResponse(answer.status(), answer.location(), answer.etag(), body);
    }
}
