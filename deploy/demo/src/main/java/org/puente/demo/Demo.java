package org.puente.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Plays the day from arrival to follow-up, as agencies' systems would, and shows what came of it.
 */
public final class Demo {
    private static final long SEED = 20250102;
    private static final int DESKS = 8;
    private static final Duration LONGEST = Duration.ofMinutes(12);

    /**
     * Settings of the services' policy under which the day fits into minutes; in production these
     * are days and months.
     */
    public static final Map<String, String> POLICY = Map.of(
            "PUENTE_POLICY_ANSWER_WITHIN_EMERGENCY", "PT60S",
            "PUENTE_POLICY_ANSWER_WITHIN_URGENT", "PT75S",
            "PUENTE_POLICY_ANSWER_WITHIN_NORMAL", "PT90S",
            "PUENTE_POLICY_FOLLOWUP_INTERVALS", "PT45S",
            "PUENTE_POLICY_FOLLOWUP_HIGH_RISK_INTERVALS", "PT20S",
            "PUENTE_POLICY_FOLLOWUP_EARLY", "PT1S");

    private final Region region;
    private final PrintStream out;
    private final Figures figures = new Figures();
    private final Institutions institutions;
    private final Reception reception;
    private final CaseOffice office;
    private final Map<String, Recipient> recipients = new ConcurrentHashMap<>();
    private final List<Visitor> visitors = new ArrayList<>();
    private final ConcurrentLinkedQueue<CaseOffice.Issued> issued = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore desks = new Semaphore(DESKS);
    private final AtomicInteger withdrawals = new AtomicInteger();

    private Demo(Region region, PrintStream out) {
        this.region = region;
        this.out = out;
        this.institutions = new Institutions(region);
        this.reception = new Reception(region, institutions, figures);
        this.office = new CaseOffice(region, institutions, figures);
    }

    /**
     * Plays the day against a region that is ready.
     *
     * @return whether everything came to its end: no fact waits, none was put aside
     */
    public static boolean play(Region region, PrintStream out) {
        return new Demo(region, out).play(Day.of(SEED, LocalDate.now()));
    }

    /** The people whom {@link #play} registers, to look for them where they must not be. */
    public static List<Person> people() {
        Day day = Day.of(SEED, LocalDate.now());
        return day.arrivals().stream()
                .flatMap(arrival -> arrival.people().stream())
                .toList();
    }

    private boolean play(Day day) {
        Instant start = Instant.now();
        followUp();
        register("the earlier returns of people who come again", day.earlier(), false);
        for (Day.Arrival arrival : day.arrivals()) {
            register(arrival.node() + " " + arrival.reference(), arrival.people(), true);
        }
        Ending ending = new Ending(region, institutions, figures, out);
        ending.await(List.copyOf(issued), start.plus(LONGEST));
        recipients.values().forEach(Recipient::close);
        visitors.forEach(Visitor::close);
        threads.close();
        boolean done = ending.settled();
        new Table(region, figures, out).print(List.copyOf(issued), Duration.between(start, Instant.now()));
        return done;
    }

    /**
     * Registers a flight at several desks at once; each person is referred as soon as registered.
     */
    private void register(String arrival, List<Person> people, boolean refer) {
        out.printf("  %-48s %d people%n", arrival, people.size());
        try (ExecutorService flight = Executors.newVirtualThreadPerTaskExecutor()) {
            people.forEach(person -> flight.execute(() -> attend(person, refer)));
        }
        out.printf(
                "  %-48s %d referred so far, %d dossiers read, %d visits%n",
                "  registered", issued.size(), figures.of("dossiers read"), figures.of("visits"));
    }

    private void attend(Person person, boolean refer) {
        desks.acquireUninterruptibly();
        try {
            Optional<Reception.Case> registered = reception.register(person);
            if (refer && registered.isPresent()) {
                office.refer(registered.get()).ifPresent(one -> onIssued(registered.get(), one));
            }
        } catch (RuntimeException e) {
            figures.count("fault of the play: " + e.getMessage());
        } finally {
            desks.release();
        }
    }

    private void onIssued(Reception.Case of, CaseOffice.Issued referral) {
        issued.add(referral);
        recipients.computeIfAbsent(referral.to(), id -> open(referral.toNode(), id));
        if (withdrawals.incrementAndGet() % 60 == 0) {
            reception.withdraw(of);
        }
    }

    private Recipient open(String node, String institution) {
        Recipient recipient = new Recipient(region, node, institutions.system(institution), figures);
        threads.execute(recipient);
        return recipient;
    }

    private void followUp() {
        for (String institution : Visitor.OFFICES) {
            Visitor visitor = new Visitor(
                    region, institution.substring(0, 3), institution, institutions.system(institution), figures);
            visitors.add(visitor);
            threads.execute(visitor);
        }
    }
}
