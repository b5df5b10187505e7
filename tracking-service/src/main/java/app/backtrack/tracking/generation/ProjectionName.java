package app.backtrack.tracking.generation;

import java.util.Arrays;
import java.util.Optional;

/** The projections of this service that can be folded anew beside the one that is read. */
public enum ProjectionName {
    /** Every event of a patient, from the log. */
    JOURNAL("journal", "journal"),
    /** What a patient's journal comes to. The fold's number is in the name: another fold is another collection. */
    PROGRESS("progress", "progress-v1"),
    /** What lists show of a patient's progress and of the alerts about it. */
    CASELOAD("caseload", "caseload-v1");

    private final String word;
    private final String collection;

    ProjectionName(String word, String collection) {
        this.word = word;
        this.collection = collection;
    }

    /** The projection of that name, as an operator writes it. */
    public static Optional<ProjectionName> of(String word) {
        return Arrays.stream(values()).filter(name -> name.word.equals(word)).findFirst();
    }

    /** As an operator writes it. */
    public String word() {
        return word;
    }

    /** The collection of the first generation, and what the names of later ones begin with. */
    String collection() {
        return collection;
    }

    String collection(int generation) {
        return generation == 1 ? collection : collection + "-g" + generation;
    }
}
