package app.backtrack.local;

import app.backtrack.local.demo.DemoClinic;
import app.backtrack.local.demo.DemoLoader;
import app.backtrack.testkit.parts.Account;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** Loads the demo clinic into a running system, with a progress bar where a person is watching. */
final class DemoStart {

    private static final String LOADED = "loaded";

    private static final String MARK = "demo-clinic";

    private final LocalSystem system;
    private final Console console;

    DemoStart(LocalSystem system, Console console) {
        this.system = system;
        this.console = console;
    }

    /** Loads it as of today. */
    void load() {
        load(LocalDate.now(Clock.systemUTC()));
    }

    /**
     * Loads it on the first start with this data. Where that was interrupted, it goes on with the day of the first
     * attempt, so that the same facts are sent again and not others.
     */
    void loadOnce(Path data) {
        Path mark = data.resolve(MARK);
        try {
            String known = Files.exists(mark) ? Files.readString(mark) : "";
            if (known.endsWith(LOADED)) {
                addAccounts(new DemoClinic(LocalDate.parse(known.substring(0, known.indexOf(' ')))));
                return;
            }
            LocalDate day = known.isEmpty() ? LocalDate.now(Clock.systemUTC()) : LocalDate.parse(known);
            Files.writeString(mark, day.toString());
            load(day);
            Files.writeString(mark, day + " " + LOADED);
        } catch (IOException e) {
            throw new UncheckedIOException("the state of the demo clinic cannot be kept", e);
        }
    }

    /** Keeps the demo from being loaded over restored data, which may hold one. */
    static void settle(Path data) {
        try {
            Files.writeString(data.resolve(MARK), LocalDate.now(Clock.systemUTC()) + " " + LOADED);
        } catch (IOException e) {
            throw new UncheckedIOException("the state of the demo clinic cannot be kept", e);
        }
    }

    private void load(LocalDate today) {
        DemoClinic clinic = new DemoClinic(today);
        addAccounts(clinic);
        LocalUrls urls = system.urls();
        String harbour = system.token(DemoAccounts.HARBOUR_SYSTEM);
        String hillside = system.token(DemoAccounts.HILLSIDE_SYSTEM);
        DemoLoader loader = new DemoLoader(
                urls.program(),
                urls.tracking(),
                urls.notification(),
                clinicId -> clinicId.equals(DemoAccounts.HARBOUR) ? harbour : hillside);
        int patients = clinic.patients().size();
        if (!console.isWatched()) {
            loader.load(clinic, () -> {});
        } else {
            ProgressBarBuilder bar =
                    ProgressBar.builder().setTaskName("  demo clinic").setInitialMax(patients);
            try (ProgressBar shown = bar.setUnit(" patients", 1).build()) {
                loader.load(clinic, shown::step);
            }
        }
        console.ready("demo clinic");
    }

    private void addAccounts(DemoClinic clinic) {
        system.addAccounts(clinic.patients().stream()
                .map(patient -> Account.patient(patient.clinicId(), patient.id().toString()))
                .toList());
    }
}
