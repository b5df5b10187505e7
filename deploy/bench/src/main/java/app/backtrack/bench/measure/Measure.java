package app.backtrack.bench.measure;

/** Something that can be measured on a system. */
interface Measure {

    /** Measures, and notes what it finds in the session. */
    void run(Session session) throws InterruptedException;
}
