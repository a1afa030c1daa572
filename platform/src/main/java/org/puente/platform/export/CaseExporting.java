package org.puente.platform.export;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.InstitutionId;
import org.puente.platform.audit.Audit;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.web.Access;
import org.puente.platform.web.Caller;
import org.puente.platform.web.Query;

/** Gives what this service holds of a case to the institution that received the person. */
@ApplicationScoped
public class CaseExporting {
    public static final String SUMMARY = "Gives all that this service holds of a case, as JSON or as PDF";
    public static final String DESCRIPTION =
            "For the institution that received the person, to be handed to them together with the parts"
                    + " of the other services, because of their request for access. `Accept: application/pdf` gives the"
                    + " PDF, with labels instead of codes, in Spanish or, by `Accept-Language`, in English.";
    public static final String DATA_REQUEST =
            "Id of the person's request for access, which the reception of the node has; it stands in the audit";

    private final Access access;
    private final UnitOfWork work;
    private final CaseExport export;
    private final Audit audit;
    private final ExportAnswer answer;

    CaseExporting(Access access, UnitOfWork work, CaseExport export, Audit audit, ExportAnswer answer) {
        this.access = access;
        this.work = work;
        this.export = export;
        this.audit = audit;
        this.answer = answer;
    }

    /**
     * 404 for everybody but the owner, also for those to whom the person was referred.
     *
     * @param dataRequest as it was sent; refused if it is null or no id
     * @param owner finds the institution that registered the return; gives null if the case is not known here
     * @param zone finds the node's
     */
    public Uni<Response> answer(
            UUID caseId,
            String dataRequest,
            ExportAnswer.Wanted wanted,
            Function<Mutiny.Session, Uni<InstitutionId>> owner,
            Function<Mutiny.Session, Uni<ZoneId>> zone) {
        Caller caller = access.caller();
        return work.run(session -> owner.apply(session)
                        .invoke(caller::mustBe)
                        .map(owned -> mustBeNamed(dataRequest))
                        .chain(request -> export.of(session, caseId)
                                .call(() -> audit.add(
                                        session,
                                        caller,
                                        "case.exported",
                                        caseId.toString(),
                                        List.of("all"),
                                        "data-request " + request)))
                        .chain(document -> zone.apply(session).map(known -> answer.of(document, wanted, known))))
                .chain(written -> written); // once the audit is committed
    }

    /** Whether it is open, the reception alone knows; the audits of the two can be compared. */
    private static UUID mustBeNamed(String dataRequest) {
        UUID request = Query.id("dataRequest", dataRequest);
        if (request == null) {
            throw Query.refused("dataRequest", "data-request-missing");
        }
        return request;
    }
}
