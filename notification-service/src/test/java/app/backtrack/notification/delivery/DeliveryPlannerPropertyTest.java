package app.backtrack.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.notification.delivery.DeliveryPlanner.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Plays a mail through every mixture of luck, refusals, outages and crashes. */
class DeliveryPlannerPropertyTest {
    private static final Instant RAISED = Instant.parse("2026-11-20T18:30:00Z");

    @Property(tries = 2000)
    @Label("a mail is offered at most twice without a known end, never after its end and never when it is old")
    void a_mail_is_never_sent_more_often_than_promised(@ForAll("fates") List<Turn> turns) {
        Played played = play(turns);

        assertThat(played.maybeTaken()).isLessThanOrEqualTo(DeliveryPlanner.MAX_UNSETTLED);
        assertThat(played.offeredAt()).allMatch(at -> at.isBefore(RAISED.plus(DeliveryPlanner.NEWS)));
        assertThat(played.offeredAfterTheEnd()).isZero();
    }

    @Property(tries = 500)
    @Label("with a mail server that only comes and goes, every mail ends as sent or expired")
    void a_mail_always_comes_to_an_end(@ForAll("outages") List<Turn> turns) {
        Delivery last = play(turns).last();

        Instant late = RAISED.plus(DeliveryPlanner.NEWS).plus(Duration.ofHours(1));
        DeliveryState end = switch (DeliveryPlanner.next(last, late)) {
            case Step.Wait wait -> last.progress().state();
            case Step.End(Progress progress) -> progress.state();
            case Step.Send(Progress claim) -> claim.state();
            case Step.AskLead ask -> throw new IllegalStateException("nobody leads here");
        };
        assertThat(end).isIn(DeliveryState.SENT, DeliveryState.EXPIRED);
    }

    private static Played play(List<Turn> turns) {
        Delivery delivery = Mails.waiting(RAISED);
        Instant now = RAISED;
        List<Instant> offeredAt = new ArrayList<>();
        int maybeTaken = 0;
        int afterTheEnd = 0;
        boolean ended = false;
        for (Turn turn : turns) {
            now = now.plus(turn.pause());
            Progress progress = delivery.progress();
            switch (DeliveryPlanner.next(delivery, now)) {
                case Step.Wait wait -> {}
                case Step.AskLead ask -> throw new IllegalStateException("nobody leads here");
                case Step.End(Progress end) -> {
                    progress = end;
                    ended = true;
                }
                case Step.Send(Progress claim) -> {
                    if (turn.fate() == Fate.SERVER_AWAY) {
                        progress = DeliveryPlanner.serverAway(progress, now);
                    } else {
                        offeredAt.add(now);
                        afterTheEnd += ended ? 1 : 0;
                        maybeTaken += turn.fate().maybeTaken() ? 1 : 0;
                        progress = turn.fate().after(claim, now);
                    }
                }
            }
            delivery = Mails.with(delivery, progress);
            ended |= progress.settledAt() != null;
        }
        return new Played(delivery, offeredAt, maybeTaken, afterTheEnd);
    }

    @Provide
    static Arbitrary<List<Turn>> fates() {
        return turns(Arbitraries.of(Fate.class));
    }

    @Provide
    static Arbitrary<List<Turn>> outages() {
        return turns(Arbitraries.of(Fate.SERVER_AWAY, Fate.TAKEN, Fate.BUSY));
    }

    private static Arbitrary<List<Turn>> turns(Arbitrary<Fate> fate) {
        Arbitrary<Duration> pause = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 120).map(Duration::ofSeconds),
                Arbitraries.longs().between(0, 20).map(Duration::ofHours));
        return Combinators.combine(fate, pause).as(Turn::new).list().ofMaxSize(60);
    }

    record Turn(Fate fate, Duration pause) {}

    record Played(Delivery last, List<Instant> offeredAt, int maybeTaken, int offeredAfterTheEnd) {}

    /** What becomes of an attempt. */
    enum Fate {
        TAKEN(true),
        BUSY(false),
        REFUSED(false),
        SERVER_AWAY(false),
        CONNECTION_BROKE(true),
        CRASH_BEFORE_SEND(false),
        CRASH_BEFORE_MARK(true);

        private final boolean maybeTaken;

        Fate(boolean maybeTaken) {
            this.maybeTaken = maybeTaken;
        }

        boolean maybeTaken() {
            return maybeTaken;
        }

        Progress after(Progress claim, Instant now) {
            return switch (this) {
                case TAKEN -> DeliveryPlanner.after(claim, new SendResult.Accepted(), now);
                case BUSY -> DeliveryPlanner.after(claim, new SendResult.Deferred(451), now);
                case REFUSED -> DeliveryPlanner.after(claim, new SendResult.Refused(550), now);
                case CONNECTION_BROKE -> DeliveryPlanner.after(claim, new SendResult.Unknown(), now);
                case SERVER_AWAY -> throw new IllegalStateException("nothing is claimed then");
                case CRASH_BEFORE_SEND, CRASH_BEFORE_MARK -> claim;
            };
        }
    }
}
