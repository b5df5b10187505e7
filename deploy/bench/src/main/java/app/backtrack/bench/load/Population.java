package app.backtrack.bench.load;

import app.backtrack.local.LocalSystem;
import app.backtrack.testkit.parts.Account;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * A clinic with many patients, the facts that they report, and a ledger of what was acknowledged, which is kept outside
 * the system.
 */
public final class Population {
    private static final int DAYS = 80;
    private static final int UNDER_WAY = 32;

    private final Caller caller;
    private final String token;
    private final int tracking;
    private final List<UUID> patients;
    private final AtomicLong next = new AtomicLong();
    private final SplittableRandom chance;
    private final Acknowledged acknowledged = new Acknowledged();

    private Population(Caller caller, String token, int tracking, List<UUID> patients, long seed) {
        this.caller = caller;
        this.token = token;
        this.tracking = tracking;
        this.patients = patients;
        this.chance = new SplittableRandom(seed);
    }

    /** Enrols so many patients in a clinic of their own. */
    public static Population enrol(LocalSystem system, Caller caller, int size, long seed) {
        String clinic = "bench-" + Long.toString(Instant.now().toEpochMilli(), 36);
        String token = system.token(Account.system(clinic, "software-" + clinic));
        int program = system.urls().program().getPort();
        List<UUID> patients = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            patients.add(UUID.randomUUID());
        }
        for (int from = 0; from < size; from += UNDER_WAY) {
            List<Future<?>> sent = new ArrayList<>();
            for (UUID patient : patients.subList(from, Math.min(size, from + UNDER_WAY))) {
                sent.add(taken(
                        caller,
                        new Call(
                                HttpMethod.PUT,
                                program,
                                "/v1/patients/" + patient,
                                token,
                                "{\"zone\":\"Europe/Berlin\",\"therapists\":[\"bench.therapist\"]}",
                                1)));
            }
            await(Future.all(sent));
        }
        return new Population(caller, token, system.urls().tracking().getPort(), patients, seed);
    }

    /** Patients. */
    public int size() {
        return patients.size();
    }

    /** A score of the next patient, alone in its request, to a service on a port. */
    public Supplier<Call> scores(int port) {
        return () -> {
            UUID patient = turn();
            return new Call(
                    HttpMethod.PUT,
                    port,
                    "/v1/patients/" + patient + "/pain-scores/" + UUID.randomUUID(),
                    token,
                    "{" + score() + "}",
                    1);
        };
    }

    /** The same to the tracking-service of the system. */
    public Supplier<Call> scores() {
        return scores(tracking);
    }

    /**
     * Scores of the next patient, so many in one request: a diary that comes at once, by import or after being offline.
     */
    public Supplier<Call> journals(int facts) {
        return () -> {
            UUID patient = turn();
            StringBuilder body = new StringBuilder("[");
            for (int i = 0; i < facts; i++) {
                body.append(i == 0 ? "" : ",")
                        .append("{\"kind\":\"pain-score\",\"patientId\":\"")
                        .append(patient)
                        .append("\",\"id\":\"")
                        .append(UUID.randomUUID())
                        .append("\",")
                        .append(score())
                        .append('}');
            }
            return new Call(
                    HttpMethod.POST,
                    tracking,
                    "/v1/journal",
                    token,
                    body.append(']').toString(),
                    facts);
        };
    }

    /** Reads of the next patient's progress over 12 weeks. */
    public Supplier<Call> reads() {
        return () -> read(turn(), "");
    }

    /** The read that shows a fact as soon as it counts, for up to 2 s. */
    public Call readAfter(Call write, String position) {
        return read(Acknowledged.patient(write), "&after=" + position);
    }

    /** A page of the caseload. */
    public Supplier<Call> caseload() {
        return () -> new Call(HttpMethod.GET, tracking, "/v1/caseload?limit=50", token, null, 1);
    }

    /** Sends and, once it is acknowledged, enters it into the ledger. */
    public Future<Caller.Reply> report(Call call) {
        return report(call, caller);
    }

    /** The same by other clients than usual. */
    public Future<Caller.Reply> report(Call call, Caller clients) {
        return clients.send(call)
                .onSuccess(reply -> {
                    if (reply.status() / 100 == 2) {
                        acknowledged.enter(call, reply);
                    } else {
                        acknowledged.enterUnknown(call);
                    }
                })
                .onFailure(nobodyKnows -> acknowledged.enterUnknown(call));
    }

    /** How many facts of a patient may be in the log without having been acknowledged. */
    public int unknown(UUID patient) {
        return acknowledged.unknown(patient);
    }

    /** What the ledger holds: facts of each patient. */
    public Map<UUID, AtomicInteger> ledger() {
        return acknowledged.facts();
    }

    /** The clinic's own bearer token. */
    public String token() {
        return token;
    }

    private Call read(UUID patient, String more) {
        return new Call(
                HttpMethod.GET, tracking, "/v1/patients/" + patient + "/progress?weeks=12" + more, token, null, 1);
    }

    private UUID turn() {
        return patients.get((int) (next.getAndIncrement() % patients.size()));
    }

    private synchronized String score() {
        LocalDate date = LocalDate.now(ZoneOffset.UTC).minusDays(1 + chance.nextInt(DAYS));
        Instant at = date.atTime(12, 0).toInstant(ZoneOffset.UTC).plus(chance.nextInt(60), ChronoUnit.MINUTES);
        return "\"revision\":1,\"score\":" + chance.nextInt(11) + ",\"context\":\"average-24h\",\"occurredAt\":\"" + at
                + "\",\"zone\":\"Europe/Berlin\"";
    }

    private static Future<Caller.Reply> taken(Caller caller, Call call) {
        return caller.send(call)
                .compose(reply -> reply.status() / 100 == 2
                        ? Future.succeededFuture(reply)
                        : Future.failedFuture("an enrolment was answered with " + reply.status()));
    }

    static <T> T await(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(Duration.ofSeconds(60).toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
