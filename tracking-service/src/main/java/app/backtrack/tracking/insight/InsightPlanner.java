package app.backtrack.tracking.insight;

import app.backtrack.events.InsightEvent.InsightWithdrawn;
import app.backtrack.events.InsightRule;
import app.backtrack.events.WireName;
import app.backtrack.tracking.insight.InsightLedger.Mark;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Decides what is to be told, from what stands and what was dealt with. */
public final class InsightPlanner {
    /** Imports, rebuilds and new rules must not wake anybody with old news. */
    private static final Duration NEWS = Duration.ofHours(48);

    /** A warning sign that a telephone brings after days without a network is still a warning sign; see ADR 12. */
    private static final Duration SAFETY_NEWS = Duration.ofDays(14);

    private InsightPlanner() {}

    /**
     * The steps that bring the ledger in line with what stands.
     *
     * @param evidence picks the CloudEvents ids of the facts that an insight rests on; asked only where somebody is
     *     told
     * @param eventIds draws the ids of the events that tell
     * @param zone the patient's home
     */
    public static List<InsightStep> steps(
            List<Standing> standing,
            InsightLedger ledger,
            Function<Standing, List<String>> evidence,
            Supplier<UUID> eventIds,
            ZoneId zone,
            Instant now) {
        List<InsightStep> steps = new ArrayList<>();
        for (Standing insight : standing) {
            Mark mark = ledger.marks().get(insight.insightId());
            if (mark == null || !mark.isDealtWith()) {
                steps.add(
                        isNews(insight, zone, now)
                                ? new InsightStep.Raise(eventIds.get(), insight.raised(evidence.apply(insight)), now)
                                : new InsightStep.Note(insight.insightId(), true, now));
            }
        }
        Set<String> ids = standing.stream().map(Standing::insightId).collect(Collectors.toSet());
        ledger.marks().forEach((id, mark) -> {
            if (mark.isDealtWith() && mark.withdrawnAt() == null && !ids.contains(id)) {
                withdrawal(id, mark, eventIds, now).ifPresent(steps::add);
            }
        });
        return steps;
    }

    private static boolean isNews(Standing insight, ZoneId zone, Instant now) {
        Instant dateEnded = insight.since().plusDays(1).atStartOfDay(zone).toInstant();
        boolean recent = !dateEnded.plus(newsLasts(insight.rule())).isBefore(now);
        return recent
                && !insight.since().isBefore(RuleVersion.of(insight.rule()).cutOver());
    }

    private static Duration newsLasts(InsightRule rule) {
        return switch (rule) {
            case RED_FLAG -> SAFETY_NEWS;
            case TREND_WORSENING,
                    TREND_IMPROVING,
                    MILESTONE_30,
                    MILESTONE_50,
                    PAIN_SPIKE,
                    FLARE,
                    SILENCE,
                    LONG_SILENCE,
                    ADHERENCE_LAPSE,
                    REVIEW_DUE,
                    NO_MEANINGFUL_CHANGE,
                    ASYMMETRY_CHANGED -> NEWS;
        };
    }

    /** What an earlier version of a rule said is left as it was: the version in force does not judge it. */
    private static Optional<InsightStep> withdrawal(String id, Mark mark, Supplier<UUID> eventIds, Instant now) {
        String[] parts = id.split("/", 4);
        InsightRule rule = WireName.find(InsightRule.class, parts[0])
                .orElseThrow(() -> new IllegalStateException("the ledger names a rule that is not known"));
        int version = Integer.parseInt(parts[1]);
        if (version != RuleVersion.of(rule).version()) {
            return Optional.empty();
        }
        return Optional.of(
                mark.toldAt() != null
                        ? new InsightStep.Withdraw(
                                eventIds.get(),
                                new InsightWithdrawn(
                                        rule, version, LocalDate.parse(parts[2]), parts.length > 3 ? parts[3] : null),
                                now)
                        : new InsightStep.Note(id, false, now));
    }
}
