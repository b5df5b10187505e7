package app.backtrack.tracking.generation;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The generations of a projection: one document, so that a change of it is there as a whole or not at all.
 *
 * @param revision guards the document: each write raises it by one; 0 where there is none yet
 * @param newest the highest generation ever begun, from 1; a number is never used again
 * @param live the collection that is read
 * @param beside the collection that is written as well; null where there is only one
 * @param complete whether {@code beside} holds all that {@code live} holds
 * @param position up to where the log is folded into {@code beside}
 * @param goal the log's end after {@code beside} was announced; empty until it is known. What lies behind it reaches
 *     {@code beside} by those who handle it
 * @param dropping a collection that nobody writes any more and that is to be deleted; null where there is none
 */
public record Generations(
        ProjectionName projection,
        long revision,
        int newest,
        String live,
        @Nullable String beside,
        boolean complete,
        SortedMap<String, Long> position,
        SortedMap<String, Long> goal,
        @Nullable String dropping) {

    /** Keeps copies. */
    public Generations {
        position = new TreeMap<>(position);
        goal = new TreeMap<>(goal);
    }

    /** As a projection begins: with one generation. */
    static Generations first(ProjectionName projection) {
        return new Generations(
                projection, 0, 1, projection.collection(), null, true, new TreeMap<>(), new TreeMap<>(), null);
    }

    /** The collection that is written beside the live one. */
    public Optional<String> other() {
        return Optional.ofNullable(beside);
    }

    /** With a new, empty generation beside the live one. */
    public Generations begun() {
        require(beside == null && dropping == null, "there is a generation beside the live one");
        int next = newest + 1;
        return new Generations(
                projection,
                revision,
                next,
                live,
                projection.collection(next),
                false,
                new TreeMap<>(),
                new TreeMap<>(),
                null);
    }

    /** With the end of the log that the new generation has to reach. */
    public Generations towards(SortedMap<String, Long> end) {
        return new Generations(projection, revision, newest, live, beside, complete, position, end, dropping);
    }

    /** With the log folded up to a position. */
    public Generations at(SortedMap<String, Long> folded) {
        return new Generations(projection, revision, newest, live, beside, complete, folded, goal, dropping);
    }

    /** With a new generation that holds everything. */
    public Generations completed() {
        return new Generations(projection, revision, newest, live, beside, true, position, goal, dropping);
    }

    /** Whether the newest generation is the one that is read. */
    public boolean newestIsLive() {
        return live.equals(projection.collection(newest));
    }

    /** With the two generations in each other's place. Done twice, it is as before. */
    public Generations switched() {
        String other = beside;
        if (other == null || !complete) {
            throw new IllegalStateException("there is no complete generation beside the live one");
        }
        return new Generations(projection, revision, newest, other, live, true, position, goal, dropping);
    }

    /** With the live generation only; the other one is to be deleted. */
    public Generations dropped() {
        require(beside != null, "there is no generation beside the live one");
        return new Generations(
                projection, revision, newest, live, null, true, new TreeMap<>(), new TreeMap<>(), beside);
    }

    /** With nothing left to be deleted. */
    public Generations cleared() {
        return new Generations(projection, revision, newest, live, beside, complete, position, goal, null);
    }

    Generations written() {
        return new Generations(projection, revision + 1, newest, live, beside, complete, position, goal, dropping);
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalStateException(otherwise);
        }
    }
}
