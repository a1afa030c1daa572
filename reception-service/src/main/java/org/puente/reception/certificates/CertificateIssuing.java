package org.puente.reception.certificates;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.Period;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.InstitutionId;
import org.puente.platform.problems.FieldError;
import org.puente.platform.problems.ProblemException;
import org.puente.reception.directory.IssuerNames;
import org.puente.reception.directory.ReceptionDirectory;
import org.puente.reception.directory.ReceptionDirectory.Desk;
import org.puente.reception.returns.Checks;
import org.puente.reception.returns.Person;
import org.puente.reception.returns.Registration;
import org.puente.reception.returns.ReturnCase;
import org.puente.reception.returns.Returns;
import org.puente.reception.status.StatusCode;
import org.puente.reception.status.StatusCodes;

/**
 * Issues a certificate. The certificates of the return before it are superseded. It is printed with
 * a status code that is in force: the one that the request brings, else a new one.
 */
@ApplicationScoped
class CertificateIssuing {
    private final SecureRandom random = new SecureRandom();
    private final Returns returns;
    private final Certificates certificates;
    private final Statements statements;
    private final StatusCodes codes;
    private final ReceptionDirectory directory;
    private final IssuerNames names;
    private final Checks checks;
    private final Period validity;

    CertificateIssuing(
            Returns returns,
            Certificates certificates,
            Statements statements,
            StatusCodes codes,
            ReceptionDirectory directory,
            IssuerNames names,
            Checks checks,
            @ConfigProperty(name = "puente.policy.certificate-validity") Period validity) {
        this.returns = returns;
        this.certificates = certificates;
        this.statements = statements;
        this.codes = codes;
        this.directory = directory;
        this.names = names;
        this.checks = checks;
        this.validity = validity;
    }

    /**
     * @param brought the status code that was handed out; null to hand out a new one
     */
    Uni<CertificateView> issue(Mutiny.Session session, UUID caseId, InstitutionId owner, String brought) {
        return returns.toChange(session, caseId, owner).chain(returnCase -> {
            StatusCode code = statusCode(returnCase, brought);
            Instant now = checks.now();
            return certificates
                    .current(session, caseId)
                    .invoke(current -> current.forEach(earlier -> earlier.supersede(now)))
                    .chain(() -> directory.of(session, owner))
                    .chain(desk -> names.of(session, owner).map(of -> issued(returnCase, desk, of, code, now)))
                    .call(session::persist)
                    .map(issued -> issued.view(now, code.text()));
        });
    }

    private StatusCode statusCode(ReturnCase returnCase, String brought) {
        if (brought == null) {
            StatusCode code = codes.next();
            returnCase.handOut(codes.mark(code));
            return code;
        }
        return StatusCode.read(brought)
                .filter(code -> returnCase.isHandedOut(codes.mark(code)))
                .orElseThrow(() -> ProblemException.invalid(FieldError.of("/statusCode", "status-code-not-in-force")));
    }

    private Certificate issued(ReturnCase returnCase, Desk desk, IssuerNames.Names of, StatusCode code, Instant now) {
        Registration registration = returnCase.registration();
        Person person = registration.person();
        if (person == null || person.lost()) {
            throw ProblemException.conflict("certificate-person-missing");
        }
        Claims claims = Claims.of(
                CertificateCode.random(random),
                Initials.of(person.givenNames(), person.familyNames()),
                registration.returnedOn(),
                checks.today(desk.zone()).plus(validity),
                desk.zone());
        PrintedData data = new PrintedData(
                person.givenNames(),
                person.familyNames(),
                person.birthDate(),
                of.country(),
                of.institution(),
                of.point(registration.receptionPoint()));
        return Certificate.issued(
                returnCase.id().value(), claims, data, statements.sign(claims), codes.seal(code.text()), now);
    }
}
