package app.backtrack.bench.measure;

import app.backtrack.bench.load.Call;
import app.backtrack.bench.result.Figure;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Compares what was acknowledged with what the projections show. */
final class Ledger {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private Ledger() {}

    /** Waits until a last fact of each of some patients, and so all before it, is in their progress. */
    static void settle(Session session) {
        int patients = Math.min(session.population().size(), 200);
        for (int i = 0; i < patients; i++) {
            Call last = session.population().scores().get();
            String position = await(session, last);
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!"true"
                    .equals(session.caller()
                            .send(session.population().readAfter(last, position))
                            .toCompletionStage()
                            .toCompletableFuture()
                            .join()
                            .applied())) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("the projections do not catch up");
                }
            }
        }
    }

    /** Reads the progress of every patient in the ledger. */
    static void check(Session session) {
        Session.say("Comparing the progress of every patient with the ledger");
        long lost = 0;
        long doubled = 0;
        for (Map.Entry<UUID, AtomicInteger> patient :
                session.population().ledger().entrySet()) {
            int shown = scores(session, patient.getKey());
            int acknowledged = patient.getValue().get();
            lost += Math.max(0, acknowledged - shown);
            doubled += Math.max(0, shown - acknowledged - session.population().unknown(patient.getKey()));
        }
        session.figure(Figure.once("acknowledged facts lost", "", lost, "0"));
        session.figure(Figure.once("facts counted twice", "", doubled, "0"));
    }

    private static String await(Session session, Call call) {
        while (true) {
            var reply = session.population()
                    .report(call)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
            if (reply.status() == 202 && reply.position() != null) {
                return reply.position();
            }
            LockSupport.parkNanos(100_000_000);
        }
    }

    private static int scores(Session session, UUID patient) {
        URI url = session.system().urls().tracking().resolve("/v1/patients/" + patient + "/progress?weeks=12");
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Authorization", "Bearer " + session.population().token())
                .build();
        try {
            int scores = 0;
            for (JsonNode day : JSON.readTree(
                            HTTP.send(request, BodyHandlers.ofString()).body())
                    .path("days")) {
                scores += day.path("scores").asInt();
            }
            return scores;
        } catch (IOException e) {
            throw new UncheckedIOException("a progress cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
