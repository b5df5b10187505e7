package app.backtrack.bench.measure;

import java.util.Locale;

/** What can be measured. */
public enum Measures {
    /** Acknowledged facts per second. */
    INTAKE("scores acknowledged per second, against the same service that does not send", new Intake()),
    /** The whole way. */
    WHOLE("from HTTP into the progress, facts alone and in journals; nothing lost or doubled", new WholeWay()),
    /** How soon a fact is seen. */
    DASHBOARD("from the request to the read that shows it, at 10, 50 and 80 % of capacity", new Dashboard()),
    /** Folding anew. */
    REBUILD("rebuild of both projections, against a bare consumer that opens and decodes", new Rebuild()),
    /** Reads among few and many. */
    READS("progress and caseload page among few and many patients (--patients, --more)", new Reads()),
    /** Starting and resting. */
    START("start to the first answer and to ready, memory idle and loaded, of each service", new Start()),
    /** More than it can take. */
    OVERLOAD("what is taken at twice the capacity, and how fast the rest is refused", new Overload());

    private final String description;
    private final Measure measure;

    Measures(String description, Measure measure) {
        this.description = description;
        this.measure = measure;
    }

    /** Its name on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it measures, in half a sentence. */
    public String description() {
        return description;
    }

    /** Whether the system is compiled to its full speed first, or runs as a plain {@code ./run} has it. */
    public boolean atFullSpeed() {
        return this != START;
    }

    /** Measures, in a session that was begun for it. */
    public void run(Session session) throws InterruptedException {
        measure.run(session);
    }
}
