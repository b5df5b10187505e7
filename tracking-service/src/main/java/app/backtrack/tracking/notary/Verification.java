package app.backtrack.tracking.notary;

import app.backtrack.runtime.log.LogClients;
import app.backtrack.runtime.log.LogReplay;
import app.backtrack.runtime.log.RawRecord;
import app.backtrack.tracking.notary.AnchorBook.Anchor;
import app.backtrack.tracking.notary.Finding.Kind;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Reads the log again from its beginning and compares it with the chains, and the chains with the anchors. It opens
 * nothing, so it needs no key and works after erasures. It takes some 300 bytes a chain.
 */
@Singleton
class Verification {
    private static final int RECORDS_AT_ONCE = 1_000;

    private final LogClients log;
    private final ChainStore chains;
    private final AnchorBook anchors;

    Verification(LogClients log, ChainStore chains, AnchorBook anchors) {
        this.log = log;
        this.chains = chains;
        this.anchors = anchors;
    }

    /**
     * What came out.
     *
     * @param chains how many there are
     * @param records how many the log holds
     * @param waiting how many of them are not chained yet
     * @param anchored how many signed anchors there are
     * @param findings what is not as it was chained
     */
    record Result(long chains, long records, long waiting, long anchored, List<Finding> findings) {}

    /** A chain as the log has it, up to where it was chained. */
    private static final class Seen {
        private int count;
        private String head = ChainRules.GENESIS;
        private String headAtEnd = ChainRules.GENESIS;
    }

    Result run(LongConsumer progress) {
        Map<String, Head> kept = new HashMap<>();
        chains.eachHead(head -> kept.put(head.chain(), head));
        List<Anchor> signed = anchors.read();
        Map<String, SortedMap<Integer, String>> anchored = byChain(signed);
        Map<String, Seen> seen = new HashMap<>();
        Set<String> flagged = new TreeSet<>();
        Set<Finding> findings = new LinkedHashSet<>();
        long[] counts = new long[2];
        replay(record -> {
            String chain = ChainRules.chain(record);
            Seen one = seen.computeIfAbsent(chain, any -> new Seen());
            Head head = kept.getOrDefault(chain, Head.none(chain));
            one.head = ChainRules.next(one.head, ChainRules.digest(record));
            one.count++;
            if (one.count <= head.count()) {
                one.headAtEnd = one.head;
            } else {
                counts[1]++;
            }
            String expected = anchored.getOrDefault(chain, new TreeMap<>()).get(one.count);
            if (expected != null && !expected.equals(one.head)) {
                flagged.add(chain);
                findings.add(new Finding(Kind.ANCHOR_DIFFERS, chain, "record " + one.count));
            }
            progress.accept(++counts[0]);
        });
        kept.forEach((chain, head) -> {
            Seen one = seen.getOrDefault(chain, new Seen());
            if (one.count < head.count() || !one.headAtEnd.equals(head.head())) {
                flagged.add(chain);
            }
        });
        anchored.forEach((chain, heads) -> {
            Head head = kept.getOrDefault(chain, Head.none(chain));
            int logged = seen.getOrDefault(chain, new Seen()).count;
            if (heads.lastKey() > head.count() || heads.lastKey() > logged) {
                flagged.add(chain);
                findings.add(new Finding(Kind.ANCHOR_DIFFERS, chain, "record " + heads.lastKey()));
            }
        });
        findings.addAll(details(flagged, kept));
        return new Result(kept.size(), counts[0], counts[1], signed.size(), List.copyOf(findings));
    }

    /** Reads the log once more, and keeps the records of the chains that differ. */
    private List<Finding> details(Set<String> flagged, Map<String, Head> kept) {
        if (flagged.isEmpty()) {
            return List.of();
        }
        Map<String, List<Link>> logged = new HashMap<>();
        flagged.forEach(chain -> logged.put(chain, new ArrayList<>()));
        replay(record -> {
            List<Link> links = logged.get(ChainRules.chain(record));
            if (links != null) {
                links.add(new Link(record.header("ce_id"), ChainRules.digest(record)));
            }
        });
        List<Finding> findings = new ArrayList<>();
        for (String chain : flagged) {
            Head head = kept.getOrDefault(chain, Head.none(chain));
            findings.addAll(ComparisonRules.compare(head, chains.links(head), logged.getOrDefault(chain, List.of())));
        }
        return findings;
    }

    private void replay(Consumer<RawRecord> each) {
        try (LogReplay replay = log.replay(Notary.TOPICS, Notary.GROUP)) {
            SortedMap<String, Long> end = replay.end();
            while (!LogReplay.reaches(replay.position(), end)) {
                replay.nextRaw(RECORDS_AT_ONCE).forEach(each);
            }
        }
    }

    private static Map<String, SortedMap<Integer, String>> byChain(List<Anchor> signed) {
        Map<String, SortedMap<Integer, String>> byChain = new HashMap<>();
        for (Anchor anchor : signed) {
            anchor.heads().forEach((chain, stand) -> {
                int space = stand.indexOf(' ');
                byChain.computeIfAbsent(chain, any -> new TreeMap<>())
                        .put(Integer.parseInt(stand.substring(0, space)), stand.substring(space + 1));
            });
        }
        return byChain;
    }
}
