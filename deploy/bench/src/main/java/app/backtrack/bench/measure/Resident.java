package app.backtrack.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Memory that a process has, as Linux tells; elsewhere not a number. */
final class Resident {

    private Resident() {}

    /** What is in memory now. */
    static double mebibytes(long pid) {
        return status(pid, "VmRSS:");
    }

    /** The most that ever was. */
    static double peakMebibytes(long pid) {
        return status(pid, "VmHWM:");
    }

    private static double status(long pid, String member) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith(member))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException notLinuxOrGone) {
            return Double.NaN;
        }
    }
}
