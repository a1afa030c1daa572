package org.puente.reception.returns.background;

import java.time.LocalDate;
import java.util.Optional;
import org.puente.contracts.Code;
import org.puente.contracts.LegalBasis;

/**
 * The provision of law that a return rests on. The list is ours: the source documents name assisted
 * return ("retorno asistido", source 1 page 1) and no article. The provisions are those that are
 * commonly known of the United States Code and of Mexico's Ley de Migración; nobody of a ministry has
 * checked them. Public fact: Title 42 was applied until 11 May 2023.
 */
public enum LegalProvision implements Code {
    /** 8 U.S.C. 1229a: an order of removal after a hearing. */
    US_TITLE_8_REMOVAL("USA", LegalBasis.REMOVAL),
    /** 8 U.S.C. 1225(b)(1): removal without a hearing. */
    US_TITLE_8_EXPEDITED_REMOVAL("USA", LegalBasis.REMOVAL),
    /** 8 U.S.C. 1231(a)(5): an earlier order is carried out again. */
    US_TITLE_8_REINSTATED_REMOVAL("USA", LegalBasis.REMOVAL),
    /** 8 U.S.C. 1229c. */
    US_TITLE_8_VOLUNTARY_DEPARTURE("USA", LegalBasis.VOLUNTARY_DEPARTURE),
    /** 8 U.S.C. 1225(a)(4): the person withdrew the application for admission. */
    US_TITLE_8_WITHDRAWN_APPLICATION("USA", LegalBasis.REFUSED_ENTRY),
    /** 8 U.S.C., where no more is known. */
    US_TITLE_8("USA", LegalBasis.REMOVAL),
    /** 42 U.S.C. 265: expulsion by an order of public health. */
    US_TITLE_42("USA", LegalBasis.OTHER, LocalDate.of(2023, 5, 11)),
    /** Ley de Migración, article 144. */
    MEX_DEPORTATION("MEX", LegalBasis.DEPORTATION),
    /** Ley de Migración, article 118: the person may choose it. */
    MEX_ASSISTED_RETURN("MEX", LegalBasis.VOLUNTARY_DEPARTURE),
    /** Ley de Migración: refused at a place of entry. */
    MEX_REFUSED_ENTRY("MEX", LegalBasis.REFUSED_ENTRY),
    /** An agreement between states by which they take people back. */
    READMISSION_AGREEMENT(null, LegalBasis.READMISSION),
    /** A programme that helps those who choose to return, such as IOM's. */
    ASSISTED_VOLUNTARY_RETURN(null, LegalBasis.VOLUNTARY_DEPARTURE),
    /** By own decision and means, without any act. */
    OWN_MEANS(null, null),
    OTHER(null, LegalBasis.OTHER);

    private final String country;
    private final LegalBasis act;
    private final LocalDate lastDay;

    LegalProvision(String country, LegalBasis act) {
        this(country, act, null);
    }

    LegalProvision(String country, LegalBasis act, LocalDate lastDay) {
        this.country = country;
        this.act = act;
        this.lastDay = lastDay;
    }

    /** The kind of act that others are told of; null where there was none. */
    public LegalBasis act() {
        return act;
    }

    /** Whether people can come back from a country by it. */
    public boolean isOf(String returnedFrom) {
        return country == null || country.equals(returnedFrom);
    }

    /** The last day on which it was applied; empty while it is. */
    public Optional<LocalDate> lastDay() {
        return Optional.ofNullable(lastDay);
    }
}
