package app.backtrack.embedded;

/** A part that is up; closing it ends it in order, with everything that it acknowledged on disk. */
@FunctionalInterface
public interface Part extends AutoCloseable {

    @Override
    void close();
}
