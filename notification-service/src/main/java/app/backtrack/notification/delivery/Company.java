package app.backtrack.notification.delivery;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings together what goes in one message, by steps of single documents. First each member is moved to its lead, then
 * the lead is claimed with the list of them; whoever is frozen in between misses a revision and sends nothing. What
 * joined and was not listed goes by itself again once its lease has run out.
 */
@Singleton
class Company {
    /** More than anybody reads in one message; further ones make another. */
    private static final int MOST = 50;

    private final DeliveryStore deliveries;
    private final Gate gate;

    Company(DeliveryStore deliveries, Gate gate) {
        this.deliveries = deliveries;
        this.gate = gate;
    }

    /**
     * Moves what waits and may go with a delivery to it; where something of it may be under way already, what went with
     * it then.
     */
    List<Delivery> gather(Delivery lead, Instant now) {
        if (!DeliveryPlanner.fresh(lead.progress())) {
            return deliveries.find(lead.progress().party().members());
        }
        List<Delivery> joined = new ArrayList<>();
        for (Delivery other : deliveries.waitingWith(lead, MOST)) {
            if (mayJoin(lead, other, now)) {
                deliveries
                        .move(other, other.progress().joined(lead.id().key(), now.plus(DeliveryPlanner.LEASE)))
                        .ifPresent(joined::add);
            }
        }
        return joined;
    }

    /** Lets what was gathered go by itself again. */
    void release(List<Delivery> company, Instant at) {
        company.forEach(member -> deliveries.move(member, member.progress().released(at)));
    }

    /** Carries over to the members what became of their message. */
    void settle(List<Delivery> company, Delivery lead) {
        if (lead.progress().settledAt() != null) {
            company.forEach(
                    member -> deliveries.move(member, DeliveryPlanner.with(member.progress(), lead.progress())));
        } else if (lead.progress().party().members().isEmpty()) {
            release(company, lead.progress().dueAt());
        }
    }

    /** Sees after the lead of a member whose lease has run out. */
    void askLead(Delivery member, String leadKey, Instant now) {
        Optional<Delivery> lead = deliveries.find(List.of(leadKey)).stream().findFirst();
        Progress next = DeliveryPlanner.afterLead(member, lead.orElse(null), now);
        if (next != null) {
            deliveries.move(member, next);
            return;
        }
        // Whoever has read the lead before this cannot claim it any more, so none can take the member along.
        boolean moved =
                lead.flatMap(one -> deliveries.move(one, one.progress())).isPresent();
        if (moved) {
            deliveries.move(member, member.progress().released(now));
        }
    }

    private boolean mayJoin(Delivery lead, Delivery other, Instant now) {
        Party party = other.progress().party();
        boolean free = party.lead() == null && DeliveryPlanner.fresh(other.progress());
        boolean joinedBefore = lead.id().key().equals(party.lead());
        boolean together = party.digest() == lead.progress().party().digest()
                && (party.digest()
                        || other.matter().group().equals(lead.matter().group()));
        return (free || joinedBefore)
                && together
                && !other.withdrawn()
                && now.isBefore(other.expiresAt())
                && NoticePlanner.joins(gate.plan(other, now));
    }
}
