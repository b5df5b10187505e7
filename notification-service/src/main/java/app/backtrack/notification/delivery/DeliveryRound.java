package app.backtrack.notification.delivery;

import app.backtrack.notification.delivery.DeliveryPlanner.Step;
import app.backtrack.notification.delivery.NoticePlanner.Plan;
import app.backtrack.notification.delivery.Transport.Connection;
import app.backtrack.runtime.fault.CrashPoint;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Goes once through a channel's deliveries that are due: asks what is wished, claims each, sends it, marks it. */
@Singleton
class DeliveryRound {
    /** So many that the first of them is not yet old when the last one's turn comes. */
    static final int SIZE = 50;

    private static final Logger LOG = Logger.getLogger(DeliveryRound.class);

    private final DeliveryStore deliveries;
    private final Gate gate;
    private final Company companies;
    private final Wording wording;
    private final InstantSource clock;

    DeliveryRound(DeliveryStore deliveries, Gate gate, Company companies, Wording wording, InstantSource clock) {
        this.deliveries = deliveries;
        this.gate = gate;
        this.companies = companies;
        this.wording = wording;
        this.clock = clock;
    }

    void prepare() {
        deliveries.prepare();
        gate.prepare();
    }

    /**
     * Goes through the deliveries that are due now.
     *
     * @param threads where to send what goes by no common server
     * @return whether there may be more of them already
     */
    boolean run(Transport transport, Executor threads) {
        Instant now = clock.instant();
        List<Delivery> due = deliveries.due(transport.channel(), now, SIZE);
        List<Delivery> toSend = new ArrayList<>();
        for (Delivery delivery : due) {
            switch (DeliveryPlanner.next(delivery, now)) {
                case Step.Wait() -> {}
                case Step.End(Progress end) -> mark(delivery, end);
                case Step.AskLead(String lead) -> companies.askLead(delivery, lead, now);
                case Step.Send(Progress claim) -> {
                    if (!DeliveryPlanner.fresh(delivery.progress())
                            || passes(delivery, gate.plan(delivery, now), now)) {
                        toSend.add(delivery);
                    }
                }
            }
        }
        boolean throughWithAll = toSend.isEmpty() || send(transport, toSend, threads);
        return !throughWithAll || due.size() == SIZE;
    }

    /** Whether it is told now; writes what is done with it otherwise. */
    private boolean passes(Delivery delivery, Plan plan, Instant now) {
        Progress progress = delivery.progress();
        switch (plan) {
            case Plan.Now() -> {
                return true;
            }
            case Plan.Later(Instant at, String why) -> deliveries.move(delivery, progress.held(at, why));
            case Plan.Digest(Instant at, String why) -> deliveries.move(delivery, progress.digested(at, why));
            case Plan.Never(String why) -> deliveries.move(delivery, progress.ended(DeliveryState.DROPPED, why, now));
        }
        return false;
    }

    /** Claims one after the other and sends it; stops early where the connection cannot be trusted any more. */
    private boolean send(Transport transport, List<Delivery> toSend, Executor threads) {
        @Nullable Executor aside = transport.oneServer() ? null : threads;
        try (Connection connection = transport.connect()) {
            for (Delivery delivery : toSend) {
                if (!send(delivery, connection, aside)) {
                    return false;
                }
            }
        } catch (TransportAway e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            LOG.warnf(
                    "Messages wait for their server, channel=%s, messages=%d, cause=%s",
                    transport.channel().wireName(),
                    toSend.size(),
                    cause.getClass().getSimpleName());
            Instant now = clock.instant();
            toSend.forEach(delivery -> deliveries.move(delivery, DeliveryPlanner.serverAway(delivery.progress(), now)));
        }
        return true;
    }

    private boolean send(Delivery delivery, Connection connection, @Nullable Executor aside) {
        // Judged again on a fresh reading of the clock: the messages before this one may have taken long.
        Instant now = clock.instant();
        if (!(DeliveryPlanner.next(delivery, now) instanceof Step.Send(Progress claim))) {
            return true;
        }
        boolean fresh = DeliveryPlanner.fresh(delivery.progress());
        if (fresh
                && !(passes(delivery, gate.plan(delivery, now), now)
                        && passes(delivery, gate.count(delivery, now), now))) {
            return true;
        }
        List<Delivery> company = companies.gather(delivery, now);
        Progress together = fresh
                ? claim.leading(company.stream().map(each -> each.id().key()).toList())
                : claim;
        Optional<Delivery> claimed = deliveries.move(delivery, together);
        if (claimed.isEmpty()) {
            // Somebody else has it, or what is in it changed.
            if (fresh) {
                companies.release(company, now);
            }
            return true;
        }
        if (aside == null) {
            return offer(claimed.get(), company, connection);
        }
        aside.execute(() -> offer(claimed.get(), company, connection));
        return true;
    }

    private boolean offer(Delivery claimed, List<Delivery> company, Connection connection) {
        List<Delivery> told = Stream.concat(Stream.of(claimed), company.stream())
                .filter(each -> !each.withdrawn())
                .toList();
        if (told.isEmpty()) {
            settle(claimed, company, claimed.progress().ended(DeliveryState.DROPPED, "withdrawn", clock.instant()));
            return true;
        }
        CrashPoint.CLAIMED.reached();
        SendResult result = connection.send(wording.message(claimed, told));
        CrashPoint.SENT.reached();
        settle(claimed, company, DeliveryPlanner.after(claimed.progress(), result, clock.instant()));
        CrashPoint.MARKED.reached();
        return switch (result) {
            case SendResult.Accepted accepted -> true;
            case SendResult.Refused refused -> true;
            case SendResult.NoAddress none -> true;
            // A server that is busy closes the connection after saying so (421).
            case SendResult.Deferred deferred -> false;
            case SendResult.Unknown unknown -> false;
        };
    }

    private void settle(Delivery claimed, List<Delivery> company, Progress to) {
        mark(claimed, to).ifPresent(marked -> companies.settle(company, marked));
    }

    private Optional<Delivery> mark(Delivery delivery, Progress to) {
        Optional<Delivery> marked = deliveries.move(delivery, to);
        if (marked.isEmpty()) {
            LOG.warnf(
                    "A delivery moved on under its sender, about=%s",
                    delivery.id().about());
        }
        return marked;
    }
}
