package app.backtrack.bench.measure;

import app.backtrack.bench.load.Load;
import app.backtrack.bench.result.Figure;
import app.backtrack.local.LocalUrls;
import app.backtrack.testkit.parts.ChildProcess;
import app.backtrack.testkit.parts.Readiness;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * From the start of a service's process to its first answer to HTTP, and until it says that it is ready, one service at
 * a time; and resident memory, five seconds later and after load.
 */
final class Start implements Measure {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration SETTLING = Duration.ofSeconds(5);
    private static final int LOOK_MILLIS = 10;

    @Override
    public void run(Session session) throws InterruptedException {
        Map<String, URI> services = services(session.system().urls());
        for (Map.Entry<String, URI> one : services.entrySet()) {
            String name = one.getKey();
            ChildProcess service = session.system().process(name);
            Readiness anyAnswer = Readiness.anyAnswer(one.getValue().resolve("/q/health/live"));
            List<Double> first = new ArrayList<>();
            List<Double> ready = new ArrayList<>();
            List<Double> idle = new ArrayList<>();
            for (int round = 1; round <= session.sizes().rounds(); round++) {
                service.stop();
                long begin = System.nanoTime();
                service.start();
                while (!anyAnswer.holds(service) && System.nanoTime() - begin < LIMIT.toNanos()) {
                    TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
                }
                first.add((System.nanoTime() - begin) / 1e9);
                service.awaitReady(LIMIT);
                ready.add((System.nanoTime() - begin) / 1e9);
                Thread.sleep(SETTLING);
                idle.add(Resident.mebibytes(service.pid()));
            }
            session.figure(new Figure(name + ", start to its first answer", "s", first, "<= 1"));
            session.figure(new Figure(name + ", start until it is ready (looked every 50 ms)", "s", ready, null));
            session.figure(new Figure(name + ", memory idle", "MiB", idle, "<= 130"));
        }
        Load load = session.reporting(session.population().scores());
        var unused = load.closed(session.sizes().connections(), session.sizes().length());
        for (String name : services.keySet()) {
            double loaded = Resident.mebibytes(session.system().process(name).pid());
            session.figure(Figure.once(name + ", memory loaded", "MiB", loaded, "<= 300"));
        }
    }

    private static Map<String, URI> services(LocalUrls urls) {
        Map<String, URI> services = new LinkedHashMap<>();
        services.put("program-service", urls.program());
        services.put("tracking-service", urls.tracking());
        services.put("notification-service", urls.notification());
        services.put("web-app", urls.web());
        return services;
    }
}
