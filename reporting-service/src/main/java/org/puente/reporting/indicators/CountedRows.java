package org.puente.reporting.indicators;

import java.util.List;

/**
 * The rows that an indicator counts: of one of the projections, within a period ($1 to $2) and a
 * node ($3, null for all), named {@code f}.
 */
enum CountedRows {
    RETURNS(
            "select * from return_standing where returned_on between $1 and $2 and" + any("node"),
            Who.PERSON,
            Breakdowns.OF_RETURNS),
    /** Each person once, as the latest return of the period shows them. */
    PEOPLE(
            "select distinct on (node, person_id) * from return_standing"
                    + " where returned_on between $1 and $2 and"
                    + any("node")
                    + " order by node, person_id, returned_on desc, case_id desc",
            Who.PERSON,
            Breakdowns.OF_RETURNS),
    REFERRALS(
            "select * from referral_standing where issued_on between $1 and $2 and" + any("from_node"),
            Who.CASE,
            Breakdowns.OF_REFERRALS),
    UNANSWERED(
            "select * from referral_standing where issued_on between $1 and $2 and" + any("to_node") + " and"
                    + Sql.SILENT,
            Who.CASE,
            Breakdowns.OF_ANSWERS),
    ANSWERED(
            "select * from referral_standing where issued_on between $1 and $2 and"
                    + any("to_node")
                    + " and answered_at is not null",
            Who.CASE,
            Breakdowns.OF_ANSWERS),
    /** Referrals that were answered, and those that should have been by now. */
    ANSWERABLE(
            "select * from referral_standing where issued_on between $1 and $2 and"
                    + any("to_node")
                    + " and (answered_at is not null or"
                    + Sql.SILENT
                    + ")",
            Who.CASE,
            Breakdowns.OF_ANSWERS),
    SERVICES(
            "select * from referral_standing where delivered_on between $1 and $2 and" + any("to_node"),
            Who.CASE,
            Breakdowns.OF_SERVICES),
    FOLLOWUPS(
            "select *, node as from_node from followup_standing where due_on between $1 and $2 and" + any("node"),
            Who.CASE,
            Breakdowns.OF_FOLLOWUPS),
    /** Help by kind; help of a kind that a person got twice counts twice. */
    HELP(
            "select *, node as from_node from help_standing where given_on between $1 and $2 and" + any("node"),
            Who.CASE,
            Breakdowns.OF_HELP),
    /** Returns whose landing is known. */
    REGISTERED(
            "select * from reception_standing where returned_on between $1 and $2 and"
                    + any("node")
                    + " and registered_at is not null",
            Who.PERSON,
            Breakdowns.OF_RECEPTION),
    LEFT(
            "select * from reception_standing where returned_on between $1 and $2 and"
                    + any("node")
                    + " and left_at is not null",
            Who.PERSON,
            Breakdowns.OF_RECEPTION);

    /** The return of a case; where two nodes publish one case, that of {@code f.from_node}. */
    private static final String RETURN_OF_CASE = """
             left join lateral (select sex, age_group from return_standing r where r.case_id = f.case_id
                order by (r.node = f.from_node) desc, r.node limit 1) person on true
            """;

    private final String rows;
    private final String who;
    private final List<Breakdown> breakdowns;

    CountedRows(String rows, String who, List<Breakdown> breakdowns) {
        this.rows = rows;
        this.who = who;
        this.breakdowns = breakdowns;
    }

    private static String any(String node) {
        return " ($3::text is null or " + node + " = $3)";
    }

    List<Breakdown> breakdowns() {
        return breakdowns;
    }

    /** How many people a cell is about, in SQL: returns count by person, all others by case. */
    String people() {
        return "count(distinct " + who + ")";
    }

    String from(List<Breakdown> by) {
        boolean person = by.stream().anyMatch(Breakdown::needsPerson);
        return " from (" + rows + ") f" + (person ? RETURN_OF_CASE : "");
    }

    private static final class Who {
        static final String PERSON = "(f.node, f.person_id)";
        static final String CASE = "f.case_id";
    }

    private static final class Sql {
        /** The deadline is over, and the referral was neither answered nor taken back. */
        static final String SILENT =
                " (answered_at is null and answer_by < now()" + " and status in ('issued', 'acknowledged', 'expired'))";
    }
}
