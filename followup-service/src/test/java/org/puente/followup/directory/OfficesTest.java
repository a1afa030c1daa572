package org.puente.followup.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.puente.contracts.Destination;
import org.puente.contracts.InstitutionId;

class OfficesTest {
    private static final InstitutionId NATIONAL = new InstitutionId("hnd-national");
    private static final InstitutionId REGIONAL = new InstitutionId("hnd-regional");
    private static final InstitutionId MUNICIPAL = new InstitutionId("hnd-umar-sps");
    private static final Destination CORTES = new Destination("HND", "HN-CR");

    private final Offices offices = new Offices(List.of(
            new Office(NATIONAL, Set.of("HND")),
            new Office(REGIONAL, Set.of("HN-AT", "HN-CR", "HN-YO")),
            new Office(MUNICIPAL, Set.of("HN-CR"))));

    @Test
    void prefersTheOfficeOfTheSubdivisionToThatOfTheCountry() {
        assertThat(offices.nearest(new Destination("HND", "HN-YO"), all -> true))
                .contains(REGIONAL);
    }

    @Test
    void prefersTheOfficeThatCoversTheLeastAroundTheSubdivision() {
        assertThat(offices.nearest(CORTES, all -> true)).contains(MUNICIPAL);
    }

    @Test
    void fallsBackOnTheCountry() {
        assertThat(offices.nearest(new Destination("HND", "HN-GD"), all -> true))
                .contains(NATIONAL);
    }

    @Test
    void knowsNoOfficeForAnotherCountry() {
        assertThat(offices.nearest(new Destination("GTM", "GT-01"), all -> true))
                .isEmpty();
    }

    @Test
    void knowsNoOfficeForAnUnknownDestination() {
        assertThat(offices.nearest(null, all -> true)).isEmpty();
    }

    @Test
    void passesOverAnOfficeThatTheConsentDoesNotCover() {
        assertThat(offices.nearest(CORTES, office -> !office.equals(MUNICIPAL))).contains(REGIONAL);
    }
}
