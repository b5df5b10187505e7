package app.backtrack.events;

import app.backtrack.events.PainEvent.FlareDeclared;
import app.backtrack.events.PainEvent.FlareRetracted;
import app.backtrack.events.PainEvent.ItemAnswer;
import app.backtrack.events.PainEvent.PainScoreRecorded;
import app.backtrack.events.PainEvent.PainScoreRetracted;
import app.backtrack.events.PainEvent.QuestionnaireAnswered;
import app.backtrack.events.PainEvent.QuestionnaireRetracted;
import app.backtrack.events.PainEvent.RedFlagScreenRetracted;
import app.backtrack.events.PainEvent.RedFlagScreened;
import app.backtrack.events.SessionEvent.CareTimeLogged;
import app.backtrack.events.SessionEvent.CareTimeRetracted;
import app.backtrack.events.SessionEvent.ExerciseDone;
import app.backtrack.events.SessionEvent.ExerciseSkipped;
import app.backtrack.events.SessionEvent.HabitCheckInRetracted;
import app.backtrack.events.SessionEvent.HabitCheckedIn;
import app.backtrack.events.SessionEvent.SelfCheckRecorded;
import app.backtrack.events.SessionEvent.SelfCheckRetracted;
import app.backtrack.events.SessionEvent.SessionLogged;
import app.backtrack.events.SessionEvent.SessionRetracted;
import app.backtrack.events.SessionEvent.SetDone;
import app.backtrack.events.SessionEvent.SideHolds;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;
import org.jspecify.annotations.Nullable;

/** Random facts of every kind, within the ranges that the contract names. */
class Facts extends DomainContextBase {
    private static final long YEAR_2020 = Instant.parse("2020-01-01T00:00:00Z").toEpochMilli();
    private static final long YEAR_2040 = Instant.parse("2040-01-01T00:00:00Z").toEpochMilli();

    /** Any fact: reports of each kind and retractions. */
    @Provide
    Arbitrary<FactEvent> facts() {
        return Arbitraries.oneOf(
                painScores(),
                screens(),
                flares(),
                questionnaires(),
                sessions(),
                habits(),
                selfChecks(),
                careTimes(),
                retractions());
    }

    private static Arbitrary<FactEvent> painScores() {
        return Combinators.combine(
                        identities(),
                        whens(),
                        Arbitraries.integers().between(0, 10),
                        Arbitraries.of(PainContext.class),
                        Arbitraries.of(BodySite.class).injectNull(0.3),
                        Arbitraries.of(BodySide.class).injectNull(0.3),
                        notes())
                .as((identity, when, score, context, site, side, note) -> new PainScoreRecorded(
                        identity.id(),
                        identity.revision(),
                        score,
                        context,
                        when.instant(),
                        when.zone(),
                        when.localDate(),
                        site,
                        side,
                        note,
                        identity.reason()));
    }

    private static Arbitrary<FactEvent> screens() {
        return Combinators.combine(
                        identities(),
                        whens(),
                        Arbitraries.of(RedFlag.class).list().ofMaxSize(9))
                .as((identity, when, positive) -> new RedFlagScreened(
                        identity.id(),
                        identity.revision(),
                        positive,
                        when.instant(),
                        when.zone(),
                        when.localDate(),
                        identity.reason()));
    }

    private static Arbitrary<FactEvent> flares() {
        return Combinators.combine(
                        identities(),
                        whens(),
                        Arbitraries.of(true, false).list().ofSize(3),
                        upTo(60),
                        notes())
                .as((identity, when, answers, days, note) -> new FlareDeclared(
                        identity.id(),
                        identity.revision(),
                        answers.get(0),
                        answers.get(1),
                        answers.get(2),
                        when.instant(),
                        when.zone(),
                        when.localDate(),
                        days == null ? null : when.localDate().plusDays(days),
                        note,
                        identity.reason()));
    }

    private static Arbitrary<FactEvent> questionnaires() {
        Arbitrary<ItemAnswer> answers = Combinators.combine(
                        Arbitraries.of("pain", "enjoyment", "activity", "total", "1", "2", "10"),
                        Arbitraries.integers().between(0, 100))
                .as(ItemAnswer::new);
        return Combinators.combine(
                        identities(),
                        whens(),
                        Arbitraries.of(Questionnaire.class),
                        answers.list().ofMinSize(1).ofMaxSize(7).uniqueElements(ItemAnswer::item))
                .as((identity, when, questionnaire, given) -> new QuestionnaireAnswered(
                        identity.id(),
                        identity.revision(),
                        questionnaire,
                        given,
                        when.instant(),
                        when.zone(),
                        when.localDate(),
                        identity.reason()));
    }

    private static Arbitrary<FactEvent> sessions() {
        return Combinators.combine(
                        identities(),
                        whens(),
                        exercises().list().ofMinSize(1).ofMaxSize(5),
                        skips().list().ofMaxSize(3),
                        Arbitraries.of(true, false),
                        notes())
                .as((identity, when, exercises, skipped, done, note) -> new SessionLogged(
                        identity.id(),
                        identity.revision(),
                        done || skipped.isEmpty() ? exercises : List.of(),
                        skipped,
                        when.instant(),
                        when.zone(),
                        when.localDate(),
                        note,
                        identity.reason()));
    }

    private static Arbitrary<FactEvent> habits() {
        return Combinators.combine(
                        identities(),
                        whens(),
                        Arbitraries.of(true, false),
                        upTo(1_440),
                        Arbitraries.of(SkipReason.class).injectNull(0.5))
                .as((identity, when, kept, amount, why) -> new HabitCheckedIn(
                        identity.id(),
                        identity.revision(),
                        "desk-breaks",
                        kept,
                        amount,
                        why,
                        when.instant(),
                        when.zone(),
                        when.localDate(),
                        identity.reason()));
    }

    private static Arbitrary<FactEvent> selfChecks() {
        Arbitrary<SideHolds> holds = Combinators.combine(
                        Arbitraries.integers().between(0, 3_600),
                        Arbitraries.integers().between(0, 3_600))
                .as(SideHolds::new);
        return Combinators.combine(
                        identities(),
                        whens(),
                        Arbitraries.of(true, false),
                        Arbitraries.of(BodySide.class).injectNull(0.5),
                        holds.injectNull(0.5))
                .as((identity, when, seen, side, held) -> new SelfCheckRecorded(
                        identity.id(),
                        identity.revision(),
                        "side-plank",
                        held == null ? seen : null,
                        side,
                        held,
                        when.instant(),
                        when.zone(),
                        when.localDate(),
                        identity.reason()));
    }

    private static Arbitrary<FactEvent> careTimes() {
        return Combinators.combine(
                        identities(), whens(), Arbitraries.integers().between(1, 480), Arbitraries.of(true, false))
                .as((identity, when, minutes, live) -> new CareTimeLogged(
                        identity.id(),
                        identity.revision(),
                        minutes,
                        live,
                        when.instant(),
                        when.zone(),
                        when.localDate(),
                        identity.reason()));
    }

    private static Arbitrary<FactEvent> retractions() {
        return Combinators.combine(identities(), Arbitraries.of(AmendmentReason.class), Arbitraries.of(FactKind.class))
                .as((identity, reason, kind) -> switch (kind) {
                    case PAIN_SCORE -> new PainScoreRetracted(identity.id(), identity.revision(), reason);
                    case SESSION -> new SessionRetracted(identity.id(), identity.revision(), reason);
                    case RED_FLAG_SCREEN -> new RedFlagScreenRetracted(identity.id(), identity.revision(), reason);
                    case FLARE -> new FlareRetracted(identity.id(), identity.revision(), reason);
                    case QUESTIONNAIRE -> new QuestionnaireRetracted(identity.id(), identity.revision(), reason);
                    case HABIT_CHECK_IN -> new HabitCheckInRetracted(identity.id(), identity.revision(), reason);
                    case SELF_CHECK -> new SelfCheckRetracted(identity.id(), identity.revision(), reason);
                    case CARE_TIME -> new CareTimeRetracted(identity.id(), identity.revision(), reason);
                });
    }

    private static Arbitrary<ExerciseSkipped> skips() {
        return Combinators.combine(Arbitraries.of("bird-dog", "cat-cow"), Arbitraries.of(SkipReason.class))
                .as(ExerciseSkipped::new);
    }

    private static Arbitrary<ExerciseDone> exercises() {
        Arbitrary<SetDone> sets = Combinators.combine(
                        Arbitraries.of(ExerciseSide.class), upTo(1_000), upTo(3_600), upTo(500_000))
                .as(SetDone::new);
        return Combinators.combine(
                        Arbitraries.of("bird-dog", "side-plank", "cat-cow"),
                        Arbitraries.of("modified-curl-up", "dead-bug").injectNull(0.7),
                        sets.list().ofMinSize(1).ofMaxSize(4),
                        upTo(10),
                        upTo(10))
                .as(ExerciseDone::new);
    }

    private static Arbitrary<@Nullable Integer> upTo(int max) {
        return Arbitraries.integers().between(0, max).injectNull(0.3);
    }

    /** Any characters, also those that JSON must escape; no lone surrogates, which are no text. */
    private static Arbitrary<@Nullable String> notes() {
        return Arbitraries.strings()
                .withCharRange('\u0000', '\ud7ff')
                .ofMaxLength(40)
                .injectNull(0.5);
    }

    private static Arbitrary<Identity> identities() {
        Arbitrary<UUID> ids =
                Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
        return Combinators.combine(
                        ids,
                        Arbitraries.integers().between(1, 1_000),
                        Arbitraries.of(AmendmentReason.class).injectNull(0.5))
                .as(Identity::new);
    }

    private static Arbitrary<When> whens() {
        return Combinators.combine(
                        Arbitraries.longs().between(YEAR_2020, YEAR_2040).map(Instant::ofEpochMilli),
                        Arbitraries.of("Europe/Berlin", "UTC", "Pacific/Auckland", "America/St_Johns"))
                .as(When::new);
    }

    private record Identity(UUID id, int revision, @Nullable AmendmentReason reason) {}

    private record When(Instant instant, String zone) {
        LocalDate localDate() {
            return LocalDate.ofInstant(instant, ZoneId.of(zone));
        }
    }
}
