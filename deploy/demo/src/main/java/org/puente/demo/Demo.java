package org.puente.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Plays the day from arrival to follow-up, as agencies' systems would, and shows what came of it.
 */
public final class Demo {
    private static final int DESKS_IN_GUATEMALA = 8;
    private static final int DESKS_ELSEWHERE = 2;
    private static final Duration LONGEST = Duration.ofMinutes(12);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
    private static final Duration OPENING = Duration.ofMinutes(1);

    /** How long the play takes on two cores, in words. */
    private static final String USUALLY_TAKES = "two to three minutes on two cores";

    /**
     * Settings of the services under which the day fits into minutes: in production deadlines are days
     * and months. A request waits longer for what is on its way than elsewhere, since one machine has the
     * whole region and its clients; less than {@link Agency} waits for an answer.
     */
    public static final Map<String, String> POLICY = Map.of(
            "PUENTE_POLICY_ANSWER_WITHIN_EMERGENCY", "PT20S",
            "PUENTE_POLICY_ANSWER_WITHIN_URGENT", "PT25S",
            "PUENTE_POLICY_ANSWER_WITHIN_NORMAL", "PT30S",
            "PUENTE_POLICY_FOLLOWUP_INTERVALS", "PT30S",
            "PUENTE_POLICY_FOLLOWUP_HIGH_RISK_INTERVALS", "PT15S",
            "PUENTE_POLICY_FOLLOWUP_EARLY", "PT1S",
            "PUENTE_HTTP_WAIT_USUAL", "PT25S",
            "PUENTE_HTTP_WAIT_MOST", "PT25S");

    private final PrintStream out;
    private final Day day;
    private final Instant start = Instant.now();
    private final Figures figures = new Figures();
    private final OwnCases own = new OwnCases();
    private final Reception reception;
    private final ReceptionPoint point;
    private final Announcements announcements;
    private final PrintedCertificates certificates;
    private final CaseOffice office;
    private final OtherSystems others;
    private final Ending ending;
    private final Table table;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, BoundedTasks> desks = new HashMap<>();
    private final AtomicInteger withdrawals = new AtomicInteger();

    private Demo(Region region, PrintStream out, Day day) {
        this.out = out;
        this.day = day;
        Institutions institutions = new Institutions(region);
        this.reception = new Reception(region, institutions, figures);
        this.point = new ReceptionPoint(region, institutions, own, figures);
        this.announcements = new Announcements(region, institutions, figures);
        this.certificates = new PrintedCertificates(reception, figures);
        this.office = new CaseOffice(region, institutions, figures);
        this.others = new OtherSystems(region, institutions, own, figures);
        this.ending = new Ending(region, own, start.plus(LONGEST));
        this.table = new Table(region, institutions, own, figures, out);
        for (String node : Region.NODES) {
            int count = node.equals("gtm") ? DESKS_IN_GUATEMALA : DESKS_ELSEWHERE;
            desks.put(node, new BoundedTasks(threads, count, figures));
        }
    }

    /**
     * Plays the day against a region that is ready, with people whom it has not seen before.
     *
     * @return whether everything came to its end: nothing is pending, no fact waits, none was put aside
     */
    public static boolean play(Region region, PrintStream out) {
        Day day = Day.of(Instant.now().getEpochSecond(), LocalDate.now());
        return new Demo(region, out, day).play();
    }

    /**
     * Plays a day of few people, from all nodes, in the same way.
     *
     * @param people {@value Day#FEWEST} at least
     */
    public static boolean play(Region region, int people, PrintStream out) {
        Day day = Day.ofFew(Instant.now().getEpochSecond(), LocalDate.now(), people);
        return new Demo(region, out, day).play();
    }

    private boolean play() {
        out.printf(
                "%nThe day is played: %d people. It takes %s; after %d minutes it gives up.%n",
                day.people(), USUALLY_TAKES, LONGEST.toMinutes());
        if (!others.open(start, OPENING)) {
            out.println("The Secretariat's stream of events does not open: see ./puente logs region/reporting");
            return false;
        }
        PendingWork pending;
        try (ScheduledExecutorService lines = Executors.newSingleThreadScheduledExecutor()) {
            lines.scheduleAtFixedRate(
                    this::showProgress, BETWEEN_LINES.toSeconds(), BETWEEN_LINES.toSeconds(), TimeUnit.SECONDS);
            registerEarlier();
            registerArrivals();
            pending = ending.await();
            lines.shutdownNow();
        }
        int unregistered = day.people() - own.cases().size();
        Outcome outcome = new Outcome(unregistered, pending, ending.unsettled());
        others.close();
        threads.close();
        table.print(start, outcome);
        certificates.report(out);
        return outcome.isWhole();
    }

    private void registerEarlier() {
        out.printf(
                "         people who come again: the first return of %d%n",
                day.earlier().size());
        join(day.earlier().stream()
                .map(person -> desks.get(person.node()).submit(() -> attend(List.of(person), false))));
    }

    /** All nodes side by side, each in the order of arrival; each person is referred as soon as registered. */
    private void registerArrivals() {
        day.arrivals().forEach(announcements::announce);
        join(day.arrivals().stream().map(this::receive));
    }

    /** From landing until everybody has left and is accounted for. */
    private CompletableFuture<Void> receive(Day.Arrival arrival) {
        BoundedTasks desk = desks.get(arrival.node());
        CompletableFuture<Void> registered = desk.submit(() -> announcements.awaitManifest(arrival))
                .thenCompose(there -> CompletableFuture.allOf(register(arrival).toArray(CompletableFuture[]::new)));
        return registered.thenCompose(all -> desk.submit(() -> {
            point.helped(arrival);
            point.left(arrival);
            announcements.close(arrival);
        }));
    }

    private Stream<CompletableFuture<Void>> register(Day.Arrival arrival) {
        return arrival.isBatch() ? Stream.of(registerBatch(arrival)) : registerEach(arrival);
    }

    /** All in one request; then each is referred. */
    private CompletableFuture<Void> registerBatch(Day.Arrival arrival) {
        BoundedTasks desk = desks.get(arrival.node());
        List<Reception.Case> registered = new CopyOnWriteArrayList<>();
        return desk.submit(() -> {
                    out.printf(
                            "         %s %s: %d people in one batch%n",
                            arrival.node(),
                            arrival.reference(),
                            arrival.people().size());
                    registered.addAll(reception.registerAll(arrival.people()));
                    registered.forEach(one -> own.registered(one.caseId()));
                })
                .thenCompose(done -> CompletableFuture.allOf(registered.stream()
                        .map(one -> desk.submit(() -> refer(one)))
                        .toArray(CompletableFuture[]::new)));
    }

    private Stream<CompletableFuture<Void>> registerEach(Day.Arrival arrival) {
        AtomicBoolean begun = new AtomicBoolean();
        return arrival.together().stream()
                .map(people -> desks.get(arrival.node()).submit(() -> {
                    if (begun.compareAndSet(false, true)) {
                        out.printf(
                                "         %s %s: %d people%n",
                                arrival.node(),
                                arrival.reference(),
                                arrival.people().size());
                        point.landed(arrival);
                    }
                    attend(people, true);
                }));
    }

    private static void join(Stream<CompletableFuture<Void>> tasks) {
        CompletableFuture.allOf(tasks.toArray(CompletableFuture[]::new)).join();
    }

    /**
     * @param people one person, or a household
     */
    private void attend(List<Person> people, boolean refer) {
        if (ending.isTimeOver()) {
            figures.count("without a registration: the time was over");
            return;
        }
        boolean together = people.size() > 1 && people.stream().noneMatch(announcements::isListed);
        List<Reception.Case> all = together
                ? reception.registerHousehold(people)
                : people.stream()
                        .flatMap(person -> reception.register(person, announcements).stream())
                        .toList();
        all.forEach(registered -> {
            own.registered(registered.caseId());
            certificates.print(registered);
            if (refer) {
                refer(registered);
            }
        });
    }

    private void refer(Reception.Case registered) {
        office.refer(registered).ifPresent(referral -> onIssued(registered, referral));
    }

    private void onIssued(Reception.Case of, CaseOffice.Issued referral) {
        own.issued(referral);
        others.referredTo(referral);
        if (withdrawals.incrementAndGet() % 60 == 0) {
            reception.withdraw(of);
        }
    }

    private void showProgress() {
        PlayState state = PlayState.of(own);
        Instant now = Instant.now();
        Progress progress = Progress.of(own.cases().size(), day.people(), state, ending.pending(state));
        out.println(progress.line(Duration.between(start, now), now));
    }
}
