package app.backtrack.bench.measure;

import app.backtrack.bench.load.Load;
import app.backtrack.bench.result.Figure;
import app.backtrack.testkit.parts.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** From the start of a service's process to its first answer, one service at a time; and resident memory. */
final class Start implements Measure {
    private static final List<String> SERVICES = List.of("program-service", "tracking-service", "notification-service");
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Override
    public void run(Session session) throws InterruptedException {
        for (String name : SERVICES) {
            ChildProcess service = session.system().process(name);
            List<Double> seconds = new ArrayList<>();
            List<Double> idle = new ArrayList<>();
            for (int round = 1; round <= session.sizes().rounds(); round++) {
                service.stop();
                long begin = System.nanoTime();
                service.start().awaitReady(LIMIT);
                seconds.add((System.nanoTime() - begin) / 1e9);
                idle.add(residentMegabytes(service));
            }
            session.figure(new Figure(name + ", start to its first answer (looked every 50 ms)", "s", seconds, "<= 1"));
            session.figure(new Figure(name + ", memory idle", "MiB", idle, "<= 130"));
        }
        Load load = session.reporting(session.population().scores());
        var unused = load.closed(session.sizes().connections(), session.sizes().length());
        for (String name : SERVICES) {
            double loaded = residentMegabytes(session.system().process(name));
            session.figure(Figure.once(name + ", memory loaded", "MiB", loaded, "<= 300"));
        }
    }

    private static double residentMegabytes(ChildProcess process) {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException notLinux) {
            return Double.NaN;
        }
    }
}
