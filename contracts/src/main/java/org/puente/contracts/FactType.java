package org.puente.contracts;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Every type of fact: its name on the wire, its record, its stream and its schema. */
public enum FactType {
    RETURN_REGISTERED(ReturnFact.Registered.class, Stream.RETURNS),
    RETURN_AMENDED(ReturnFact.Amended.class, Stream.RETURNS),
    RETURN_ANNOUNCED(ReturnFact.Announced.class, Stream.RETURNS),
    RETURN_ERASED(ReturnFact.Erased.class, Stream.RETURNS),
    CONSENT_RECORDED(ReturnFact.ConsentRecorded.class, Stream.RETURNS),
    CONSENT_WITHDRAWN(ReturnFact.ConsentWithdrawn.class, Stream.RETURNS),
    HELP_GIVEN(ReceptionFact.HelpGiven.class, Stream.RETURNS),
    HELP_VOIDED(ReceptionFact.HelpVoided.class, Stream.RETURNS),
    RECEPTION_TIMED(ReceptionFact.ReceptionTimed.class, Stream.RETURNS),
    ARRIVAL_TIMED(ReceptionFact.ArrivalTimed.class, Stream.RETURNS),
    ARRIVAL_CANCELLED(ArrivalFact.Cancelled.class, Stream.RETURNS),
    ARRIVAL_CLOSED(ArrivalFact.Closed.class, Stream.RETURNS),
    NODE_PUBLISHED(DirectoryFact.NodePublished.class, Stream.DIRECTORY),
    INSTITUTION_PUBLISHED(DirectoryFact.InstitutionPublished.class, Stream.DIRECTORY),
    OFFER_PUBLISHED(DirectoryFact.OfferPublished.class, Stream.DIRECTORY),
    CAPACITY_CHANGED(DirectoryFact.CapacityChanged.class, Stream.DIRECTORY),
    REFERRAL_ISSUED(ReferralFact.Issued.class, Stream.REFERRALS),
    REFERRAL_ACKNOWLEDGED(ReferralFact.Acknowledged.class, Stream.REFERRALS),
    REFERRAL_ACCEPTED(ReferralFact.Accepted.class, Stream.REFERRALS),
    REFERRAL_WAITLISTED(ReferralFact.Waitlisted.class, Stream.REFERRALS),
    REFERRAL_DECLINED(ReferralFact.Declined.class, Stream.REFERRALS),
    REFERRAL_REDIRECTED(ReferralFact.Redirected.class, Stream.REFERRALS),
    SERVICE_SCHEDULED(ReferralFact.Scheduled.class, Stream.REFERRALS),
    SERVICE_MISSED(ReferralFact.Missed.class, Stream.REFERRALS),
    SERVICE_STARTED(ReferralFact.Started.class, Stream.REFERRALS),
    SERVICE_DELIVERED(ReferralFact.Delivered.class, Stream.REFERRALS),
    SERVICE_FAILED(ReferralFact.Failed.class, Stream.REFERRALS),
    REFERRAL_CANCELLED(ReferralFact.Cancelled.class, Stream.REFERRALS),
    REFERRAL_WITHDRAWN(ReferralFact.Withdrawn.class, Stream.REFERRALS),
    REFERRAL_EXPIRED(ReferralFact.Expired.class, Stream.REFERRALS),
    REFERRAL_REMINDED(ReferralNote.Reminded.class, Stream.REFERRALS),
    REFERRAL_QUEUED(ReferralNote.Queued.class, Stream.REFERRALS),
    DOSSIER_SEALED(DossierFact.Sealed.class, Stream.DOSSIERS),
    DOSSIER_ERASED(DossierFact.Erased.class, Stream.DOSSIERS),
    MANIFEST_SEALED(ArrivalFact.ManifestSealed.class, Stream.DOSSIERS),
    MANIFEST_ERASED(ArrivalFact.ManifestErased.class, Stream.DOSSIERS),
    FOLLOWUP_PLANNED(FollowUpFact.Planned.class, Stream.FOLLOWUPS),
    FOLLOWUP_DUE(FollowUpFact.Due.class, Stream.FOLLOWUPS),
    FOLLOWUP_COMPLETED(FollowUpFact.Completed.class, Stream.FOLLOWUPS),
    FOLLOWUP_MISSED(FollowUpFact.Missed.class, Stream.FOLLOWUPS),
    CASE_CLOSED(FollowUpFact.CaseClosed.class, Stream.FOLLOWUPS),
    REPORT_PUBLISHED(ReportFact.Published.class, Stream.REPORTS);

    /** What the constants need: they are made before the static fields of this enum. */
    private static final class Names {
        private static final String PREFIX = "org.puente.";
        private static final Pattern FORM = Pattern.compile("org\\.puente(\\.[a-z]{1,40}){1,4}\\.v[1-9][0-9]{0,3}");
    }

    private static final Map<Class<? extends Fact>, FactType> BY_FACT =
            Arrays.stream(values()).collect(Collectors.toMap(FactType::fact, Function.identity()));
    private static final Map<String, FactType> BY_TYPE =
            Arrays.stream(values()).collect(Collectors.toMap(FactType::type, Function.identity()));

    private final Class<? extends Fact> fact;
    private final Stream stream;
    private final String versioned;
    private final String type;
    private final URI schema;

    FactType(Class<? extends Fact> fact, Stream stream) {
        this.fact = fact;
        this.stream = stream;
        this.versioned = name().toLowerCase(Locale.ROOT).replace('_', '.') + ".v1";
        this.type = Names.PREFIX + versioned;
        this.schema = schemaOf(type);
    }

    /** The ce_type, e.g. {@code org.puente.return.registered.v1}. */
    public String type() {
        return type;
    }

    public Class<? extends Fact> fact() {
        return fact;
    }

    public Stream stream() {
        return stream;
    }

    /**
     * The ce_dataschema, which is the schema's {@code $id}. The address names the schema; nobody
     * need serve it.
     */
    public URI schema() {
        return schema;
    }

    /** Where the schema lies on the class path. */
    public String resource() {
        return "schemas/" + versioned + ".json";
    }

    /**
     * The schema of a ce_type, also of a type that only another release knows.
     *
     * @throws IllegalArgumentException if the text has not the form of a ce_type
     */
    public static URI schemaOf(String type) {
        if (!isType(type)) {
            throw new IllegalArgumentException("not org.puente.<noun>.<past participle>.v<N>");
        }
        return URI.create("https://puente.example/schemas/" + type.substring(Names.PREFIX.length()) + ".json");
    }

    /** Whether a text has the form of a ce_type of Puente, known here or not. */
    static boolean isType(String type) {
        return Names.FORM.matcher(type).matches();
    }

    public static FactType of(Fact fact) {
        return BY_FACT.get(fact.getClass());
    }

    /**
     * The type of a ce_type.
     *
     * @return empty if this release doesn't know the type
     */
    public static Optional<FactType> of(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }
}
