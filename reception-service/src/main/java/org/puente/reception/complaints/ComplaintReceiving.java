package org.puente.reception.complaints;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.contracts.Party;
import org.puente.contracts.ReferralId;
import org.puente.platform.Node;
import org.puente.platform.ids.Ids;
import org.puente.platform.problems.FieldError;
import org.puente.platform.problems.ProblemException;
import org.puente.reception.calendar.ReceivedOn;
import org.puente.reception.directory.ReceptionDirectory;
import org.puente.reception.returns.Checks;
import org.puente.reception.sealing.SealedTexts;

/** Takes complaints in, and sends each to somebody independent. */
@ApplicationScoped
public class ComplaintReceiving {
    private static final Duration DAY = Duration.ofDays(1);

    /** From the desk of a case in a day: enough for one about each service. */
    private static final int MAX_FROM_DESK = 10;

    /**
     * From the page of a case in a day, counted apart from those of its desk. The desk has the code of the case too,
     * and could use up a small number itself. How many come from one address is limited before. Requests about data
     * have the same bound.
     */
    public static final int MAX_FROM_PAGE = 200;

    private static final String RETURNED_ON = "select returned_on from case_flight where case_id = :case";

    private static final String DESK = "select institution from case_person where case_id = :case";

    private static final String REFERRED_TO = """
            select to_node, to_institution from case_referral
            where case_id = :case and referral_id = :referral limit 1
            """;

    private final Node node;
    private final ReceptionDirectory directory;
    private final Recipients recipients;
    private final Complaints complaints;
    private final ComplaintTime time;
    private final ReceiptCodes receipts;
    private final SealedTexts texts;
    private final Checks checks;

    ComplaintReceiving(
            Node node,
            ReceptionDirectory directory,
            Recipients recipients,
            Complaints complaints,
            ComplaintTime time,
            ReceiptCodes receipts,
            SealedTexts texts,
            Checks checks) {
        this.node = node;
        this.directory = directory;
        this.recipients = recipients;
        this.complaints = complaints;
        this.time = time;
        this.receipts = receipts;
        this.texts = texts;
        this.checks = checks;
    }

    /** The stored complaint; not created if the same came before under its id. */
    record Received(Complaint complaint, boolean created) {}

    /**
     * A complaint, and the code for its person.
     *
     * @param receipt null if it came before: it was shown then
     */
    record WrittenDown(Complaint complaint, ReceiptCode receipt) {}

    /**
     * What a desk writes down for a person. Refuses a case of another institution, and more than
     * enough of one case in a day (422).
     */
    Uni<WrittenDown> atDesk(Mutiny.Session session, InstitutionId desk, ComplaintForm form) {
        ReceiptCode receipt = receipts.next();
        return subject(session, form.caseId(), form.referralId())
                .invoke(subject -> {
                    if (!subject.desk().equals(desk)) {
                        throw unknownCase();
                    }
                })
                .chain(subject -> receivedOn(session, form)
                        .chain(day -> receive(
                                session,
                                form.complaintId() == null ? Ids.next() : form.complaintId(),
                                subject,
                                ComplaintSource.DESK,
                                receipt,
                                form.text(),
                                day)))
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.ruleBroken("complaints-enough"))
                .map(received -> new WrittenDown(received.complaint(), received.created() ? receipt : null));
    }

    private Uni<LocalDate> receivedOn(Mutiny.Session session, ComplaintForm form) {
        return session.createNativeQuery(RETURNED_ON, LocalDate.class)
                .setParameter("case", form.caseId().value())
                .getSingleResult()
                .chain(returnedOn -> today(session).map(today -> ReceivedOn.of(form.receivedOn(), returnedOn, today)));
    }

    private Uni<LocalDate> today(Mutiny.Session session) {
        return directory.zone(session).map(checks::today);
    }

    /** Whether this one came before. */
    public Uni<Boolean> isKnown(Mutiny.Session session, UUID id) {
        return complaints.find(session, id).map(Objects::nonNull);
    }

    /**
     * What a person sends from the page of their case, once under an id.
     *
     * @param referralId the referral whose recipient it is about; null if it is about the desk
     * @return the code that opens its state; null if too many came from this case today
     */
    public Uni<ReceiptCode> fromPerson(
            Mutiny.Session session, UUID id, CaseId caseId, ReferralId referralId, String text) {
        ReceiptCode receipt = receipts.of(id);
        return subject(session, caseId, referralId)
                .chain(subject -> today(session)
                        .chain(today -> receive(session, id, subject, ComplaintSource.PERSON, receipt, text, today)))
                .map(received -> received == null ? null : receipt);
    }

    /** Null if enough came from there today. */
    private Uni<Received> receive(
            Mutiny.Session session,
            UUID id,
            ComplaintSubject subject,
            ComplaintSource source,
            ReceiptCode receipt,
            String text,
            LocalDate on) {
        return complaints
                .find(session, id)
                .chain(known -> known == null
                        ? unlessEnough(
                                session,
                                subject,
                                Complaint.received(
                                        id,
                                        subject,
                                        source,
                                        receipts.mark(receipt),
                                        texts.seal(text),
                                        checks.now(),
                                        on),
                                text)
                        : Uni.createFrom().item(repeated(known, subject, text)));
    }

    private Uni<Received> unlessEnough(
            Mutiny.Session session, ComplaintSubject subject, Complaint complaint, String text) {
        return complaints
                .countSince(
                        session,
                        subject.caseId(),
                        complaint.source(),
                        checks.now().minus(DAY))
                .chain(count -> count >= max(complaint.source())
                        ? Uni.createFrom().nullItem()
                        : add(session, complaint, subject, text));
    }

    private static int max(ComplaintSource source) {
        return source == ComplaintSource.DESK ? MAX_FROM_DESK : MAX_FROM_PAGE;
    }

    private Received repeated(Complaint known, ComplaintSubject subject, String text) {
        if (!known.isAbout(subject) || !Optional.of(text).equals(texts.open(known.sealedText()))) {
            throw ProblemException.conflict("complaint-id-reused");
        }
        return new Received(known, false);
    }

    private Uni<Received> add(Mutiny.Session session, Complaint complaint, ComplaintSubject subject, String text) {
        time.set(complaint, complaint.receivedOn());
        return recipients
                .able(session)
                .invoke(able -> complaint.sendTo(independent(able, complaint)))
                .chain(() -> complaints.add(session, complaint))
                .chain(added -> added
                        ? Uni.createFrom().item(new Received(complaint, true))
                        : complaints.find(session, complaint.id()).map(known -> repeated(known, subject, text)));
    }

    /**
     * @return null if there is none
     */
    InstitutionId independent(List<InstitutionId> able, Complaint complaint) {
        return RecipientPolicy.choose(able, complaint.about().institution(), complaint.desk())
                .orElse(null);
    }

    private Uni<ComplaintSubject> subject(Mutiny.Session session, CaseId caseId, ReferralId referralId) {
        return session.createNativeQuery(DESK, String.class)
                .setParameter("case", caseId.value())
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(ComplaintReceiving::unknownCase)
                .map(InstitutionId::new)
                .chain(desk -> referralId == null
                        ? Uni.createFrom().item(new ComplaintSubject(caseId, null, new Party(node.id(), desk), desk))
                        : recipientOf(session, caseId, referralId)
                                .map(about -> new ComplaintSubject(caseId, referralId, about, desk)));
    }

    private static Uni<Party> recipientOf(Mutiny.Session session, CaseId caseId, ReferralId referralId) {
        return session.createNativeQuery(REFERRED_TO, Object[].class)
                .setParameter("case", caseId.value())
                .setParameter("referral", referralId.value())
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.invalid(FieldError.of("/referralId", "referral-not-of-case")))
                .map(row -> new Party(new NodeId((String) row[0]), new InstitutionId((String) row[1])));
    }

    private static ProblemException unknownCase() {
        return ProblemException.invalid(FieldError.of("/caseId", "case-unknown"));
    }
}
