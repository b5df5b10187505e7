package app.backtrack.bench.load;

import app.backtrack.bench.load.Caller.Reply;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A ledger of the facts that were acknowledged, by patient, kept outside the system; and of those of which nobody
 * knows, since their request was refused or never answered: they may be in the log.
 */
final class Acknowledged {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<UUID, AtomicInteger> facts = new ConcurrentHashMap<>();
    private final Map<UUID, AtomicInteger> unknown = new ConcurrentHashMap<>();

    /** Enters what an answer of 2xx acknowledges: the fact of the address, or those of a journal that were accepted. */
    void enter(Call call, Reply reply) {
        if (reply.body().isEmpty()) {
            count(facts, patient(call));
            return;
        }
        List<JsonNode> items = read(String.valueOf(call.body()));
        List<JsonNode> results = read(reply.body());
        for (int i = 0; i < results.size(); i++) {
            count(isAccepted(results.get(i)) ? facts : unknown, patient(items.get(i)));
        }
    }

    /** Enters a request whose outcome is not known. */
    void enterUnknown(Call call) {
        if (call.body() == null || !call.body().startsWith("[")) {
            count(unknown, patient(call));
        } else {
            read(call.body()).forEach(item -> count(unknown, patient(item)));
        }
    }

    /** How many facts of a patient may be in the log without having been acknowledged. */
    int unknown(UUID patient) {
        AtomicInteger count = unknown.get(patient);
        return count == null ? 0 : count.get();
    }

    /** How many facts of each patient. */
    Map<UUID, AtomicInteger> facts() {
        return facts;
    }

    /** How many facts of a request that was answered with 2xx were taken. */
    static int taken(Call call, Reply reply) {
        return reply.body().isEmpty()
                ? call.weight()
                : (int) read(reply.body()).stream()
                        .filter(Acknowledged::isAccepted)
                        .count();
    }

    /** Whom the address of a request names. */
    static UUID patient(Call call) {
        return UUID.fromString(call.path().split("/", -1)[3]);
    }

    private static UUID patient(JsonNode item) {
        return UUID.fromString(item.path("patientId").asText());
    }

    private static void count(Map<UUID, AtomicInteger> counts, UUID patient) {
        counts.computeIfAbsent(patient, one -> new AtomicInteger()).incrementAndGet();
    }

    private static boolean isAccepted(JsonNode result) {
        return result.path("status").asText().equals("accepted");
    }

    private static List<JsonNode> read(String json) {
        try {
            List<JsonNode> nodes = new ArrayList<>();
            JSON.readTree(json).forEach(nodes::add);
            return nodes;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON", e);
        }
    }
}
