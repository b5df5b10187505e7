package app.backtrack.bench.result;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where and with what was measured.
 *
 * @param facts by name
 * @param load the load average of the last minute when it began, per processor; negative where the system does not say
 */
public record Machine(Map<String, String> facts, double load) {
    private static final double QUIET = 0.25;

    /** This machine, now, with the source in a folder. */
    public static Machine here(Path root) {
        Map<String, String> facts = new TreeMap<>();
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("processors", system.getAvailableProcessors() + " " + processor());
        facts.put("memory", (system.getTotalMemorySize() >> 20) + " MiB");
        facts.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
        facts.put(
                "source",
                git(root, "rev-parse", "--short=12", "HEAD")
                        + (git(root, "status", "--porcelain").isEmpty() ? "" : ", changed"));
        return new Machine(facts, system.getSystemLoadAverage() / system.getAvailableProcessors());
    }

    /** Whether nothing else of note ran when it began; figures of a busy machine say nothing. */
    public boolean isQuiet() {
        return load < QUIET;
    }

    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("");
        } catch (IOException notLinux) {
            return System.getProperty("os.arch");
        }
    }

    private static String git(Path root, String... words) {
        try {
            String[] command = new String[words.length + 3];
            command[0] = "git";
            command[1] = "-C";
            command[2] = root.toString();
            System.arraycopy(words, 0, command, 3, words.length);
            Process git = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 ? said : "unknown";
        } catch (IOException e) {
            return "unknown";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "unknown";
        }
    }
}
