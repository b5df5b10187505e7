package app.backtrack.tracking.notary;

import app.backtrack.tracking.notary.Finding.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says in what the log of one chain differs from what was chained. */
final class ComparisonRules {

    private ComparisonRules() {}

    /**
     * Compares a chain whose head is not the log's.
     *
     * @param head as it is kept
     * @param chained the links as they are kept
     * @param logged the records of the log, in their order; those behind the chain's end are not chained yet
     * @return at least one finding, if anything differs
     */
    static List<Finding> compare(Head head, List<Link> chained, List<Link> logged) {
        List<Finding> findings = new ArrayList<>();
        if (!ChainRules.head(valid(chained)).equals(head.head()) || chained.size() != head.count()) {
            findings.add(new Finding(Kind.CHAIN_CHANGED, head.chain(), "-"));
        }
        Map<String, Integer> left = new HashMap<>();
        chained.forEach(link -> left.merge(link.digest(), 1, Integer::sum));
        Set<String> unknownIds = new LinkedHashSet<>();
        int matched = 0;
        List<Link> unknown = new ArrayList<>();
        for (Link link : logged) {
            if (left.getOrDefault(link.digest(), 0) > 0) {
                left.merge(link.digest(), -1, Integer::sum);
                matched++;
            } else {
                unknown.add(link);
                unknownIds.add(link.eventId());
            }
        }
        Set<String> lostIds = new LinkedHashSet<>();
        for (Link link : chained) {
            if (left.getOrDefault(link.digest(), 0) > 0) {
                left.merge(link.digest(), -1, Integer::sum);
                boolean changed = unknownIds.contains(link.eventId());
                findings.add(new Finding(changed ? Kind.DIFFERS : Kind.MISSING, head.chain(), link.eventId()));
                lostIds.add(link.eventId());
            }
        }
        int extra = Math.max(0, logged.size() - chained.size());
        for (Link link : unknown) {
            // What came in since the notary last read stands at the end, and is nobody's doing.
            boolean tail = logged.subList(logged.size() - extra, logged.size()).contains(link);
            if (!lostIds.contains(link.eventId()) && !tail) {
                findings.add(new Finding(Kind.EXTRA, head.chain(), link.eventId()));
            }
        }
        if (findings.isEmpty() && matched == chained.size() && !startsWith(logged, chained)) {
            findings.add(new Finding(Kind.REORDERED, head.chain(), "-"));
        }
        return findings;
    }

    private static boolean startsWith(List<Link> logged, List<Link> chained) {
        return logged.size() >= chained.size()
                && logged.subList(0, chained.size()).stream()
                        .map(Link::digest)
                        .toList()
                        .equals(chained.stream().map(Link::digest).toList());
    }

    /** Of links that somebody spoilt, those that are hashes still. */
    private static List<String> valid(List<Link> chained) {
        return chained.stream()
                .map(Link::digest)
                .filter(digest -> digest.matches("[0-9a-f]{64}"))
                .toList();
    }
}
