package app.backtrack.tracking.notary;

import app.backtrack.events.Topic;
import app.backtrack.runtime.log.LogClients;
import app.backtrack.runtime.log.RawHandler;
import app.backtrack.runtime.log.RawRecord;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads every record of the log, sealed as it is, and chains it behind those of the same topic, clinic and key. A
 * record that comes again lies before the chain's offset and is passed over.
 */
@Singleton
class Notary implements RawHandler {
    /** The group that reads for the chains. */
    static final String GROUP = "tracking-service-notary";

    /** Everything that is kept for good. */
    static final Set<Topic> TOPICS = EnumSet.allOf(Topic.class);

    private final LogClients log;
    private final ChainStore chains;

    Notary(LogClients log, ChainStore chains) {
        this.log = log;
        this.chains = chains;
    }

    void start(@Observes StartupEvent event) {
        log.startRawLoop(GROUP, TOPICS, this);
    }

    @Override
    public void handle(List<RawRecord> records) {
        Map<String, List<RawRecord>> byChain = new LinkedHashMap<>();
        for (RawRecord record : records) {
            byChain.computeIfAbsent(ChainRules.chain(record), chain -> new ArrayList<>())
                    .add(record);
        }
        while (!chains.append(steps(byChain))) {
            // Somebody else has moved a head meanwhile: what is behind the heads as they are now is still to be done.
        }
    }

    private List<ChainStep> steps(Map<String, List<RawRecord>> byChain) {
        Map<String, Head> heads = chains.heads(byChain.keySet());
        List<ChainStep> steps = new ArrayList<>();
        byChain.forEach((chain, records) ->
                step(heads.getOrDefault(chain, Head.none(chain)), records).ifPresent(steps::add));
        return steps;
    }

    private static Optional<ChainStep> step(Head before, List<RawRecord> records) {
        List<Link> added = new ArrayList<>();
        String head = before.head();
        long offset = before.offset();
        for (RawRecord record : records) {
            if (record.offset() > before.offset()) {
                String digest = ChainRules.digest(record);
                added.add(new Link(record.header("ce_id"), digest));
                head = ChainRules.next(head, digest);
                offset = record.offset();
            }
        }
        Head after = new Head(before.chain(), before.revision() + 1, before.count() + added.size(), head, offset);
        return added.isEmpty() ? Optional.empty() : Optional.of(new ChainStep(before, added, after));
    }
}
