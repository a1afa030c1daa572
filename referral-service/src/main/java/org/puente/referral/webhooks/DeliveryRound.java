package org.puente.referral.webhooks;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Some deliveries of one webhook, sent before any of them is recorded. What is about one referral
 * is sent one after the other, in the order of the feed; different referrals side by side. After
 * the first failure no other request begins.
 */
final class DeliveryRound {
    private final Function<DueDelivery, Uni<Attempt>> send;
    private final BooleanSupplier inTime;
    private final Queue<Attempt> made = new ConcurrentLinkedQueue<>();

    /**
     * @param inTime whether other requests may still begin
     */
    DeliveryRound(Function<DueDelivery, Uni<Attempt>> send, BooleanSupplier inTime) {
        this.send = send;
        this.inTime = inTime;
    }

    /**
     * @param due in the order of the feed
     * @param sideBySide how many requests at most are under way at once
     * @return the attempts that were made, in the order in which they ended
     */
    Uni<List<Attempt>> send(List<DueDelivery> due, int sideBySide) {
        return Multi.createFrom()
                .iterable(byReferral(due))
                .onItem()
                .transformToUni(ofReferral -> inOrder(ofReferral.iterator()))
                .merge(sideBySide)
                .collect()
                .last()
                .map(over -> List.copyOf(made));
    }

    private static Collection<List<DueDelivery>> byReferral(List<DueDelivery> due) {
        Map<UUID, List<DueDelivery>> all = new LinkedHashMap<>();
        due.forEach(delivery -> all.computeIfAbsent(delivery.referralId(), first -> new ArrayList<>())
                .add(delivery));
        return all.values();
    }

    private Uni<Void> inOrder(Iterator<DueDelivery> rest) {
        return Uni.createFrom()
                .deferred(() -> rest.hasNext() && mayBegin()
                        ? send.apply(rest.next()).invoke(made::add).chain(() -> inOrder(rest))
                        : Uni.createFrom().voidItem());
    }

    /** The first request begins in any case, so that every round gets on. */
    private boolean mayBegin() {
        return made.isEmpty() || inTime.getAsBoolean() && made.stream().allMatch(Attempt::isSuccess);
    }
}
