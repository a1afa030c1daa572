package org.puente.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.puente.demo.Agency;
import org.puente.demo.Figures;
import org.puente.demo.Institutions;
import org.puente.demo.People;
import org.puente.demo.Person;
import org.puente.demo.Reception;
import org.puente.local.Region;

/** Cases at Guatemala's reception, and what is recorded about them: a further consent of each. */
final class Consents {
    private static final String RECEPTION = "gtm-igm";
    private static final int CASES = 60;

    private final Agency agency;
    private final String url;
    private final List<Reception.Case> cases;
    private final AtomicInteger next = new AtomicInteger();

    private Consents(Agency agency, String url, List<Reception.Case> cases) {
        this.agency = agency;
        this.url = url;
        this.cases = cases;
    }

    static Consents prepare(Region region) {
        Institutions institutions = new Institutions(BenchRegion.addresses(region));
        return new Consents(
                institutions.system(RECEPTION),
                region.service("gtm/reception") + "/v1/returns/",
                register(region, institutions, CASES));
    }

    /** Registers adults who may be referred. */
    static List<Reception.Case> register(Region region, Institutions institutions, int count) {
        Reception reception = new Reception(BenchRegion.addresses(region), institutions, new Figures());
        return People.flight("gtm", 2 * count, "HND", 1).stream()
                .filter(Consents::isAdult)
                .limit(count)
                .map(person -> reception.register(person).orElseThrow())
                .toList();
    }

    private static boolean isAdult(Person person) {
        return person.form().path("consent").path("givenBy").asText().equals("self");
    }

    /** One transaction, whose facts go to two topics. */
    void record() {
        Reception.Case of = cases.get(next.getAndIncrement() % cases.size());
        JsonNode terms = of.person().form().path("consent");
        Agency.Reply reply = agency.put(url + of.caseId() + "/consents/" + UUID.randomUUID(), terms);
        if (!reply.ok()) {
            throw new IllegalStateException("consent: " + reply.status() + " " + reply.body());
        }
    }
}
