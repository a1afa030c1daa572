package org.puente.reception.arrivals;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.puente.contracts.ArrivalFact.ManifestSealed;
import org.puente.contracts.ArrivalId;
import org.puente.contracts.InstitutionId;

/**
 * What a part of a manifest holds inside its seal. The first five components are those outside, so that a sealed part
 * cannot be passed off as one of another arrival.
 *
 * @param announcement the same in every part of a version
 * @param people some of the people
 */
record ManifestPart(
        @NotNull ArrivalId arrivalId,
        @NotNull InstitutionId institution,
        int version,
        int part,
        int parts,
        @NotNull @Valid Announcement announcement,
        @Size(max = ManifestPart.MAX_PEOPLE) List<@NotNull @Valid ManifestPerson> people) {

    /** A record of Kafka holds a megabyte; the people of a part are some thirty kilobytes. */
    static final int PEOPLE = 50;

    /** What is taken in from others. */
    static final int MAX_PEOPLE = 100;

    static final int MAX_PARTS = 20;

    ManifestPart {
        people = Announcement.copy(people);
    }

    boolean isOf(ManifestSealed outside) {
        return arrivalId.equals(outside.arrivalId())
                && institution.equals(outside.institution())
                && version == outside.version()
                && part == outside.part()
                && parts == outside.parts();
    }

    @Override
    public String toString() {
        return "ManifestPart[" + arrivalId + "]";
    }
}
