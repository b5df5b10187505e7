package app.backtrack.tools.backup;

import java.util.List;
import java.util.Map;

/**
 * What a backup holds. It is written last, so a folder without it is no backup.
 *
 * @param form version of the folder's form
 * @param begunAt when the backup was begun, UTC, ISO 8601
 * @param endedAt when everything was in it
 * @param topics the topics by name
 * @param collections the collections by {@code database/collection}
 * @param files by their path in the folder
 */
record Manifest(
        int form,
        String begunAt,
        String endedAt,
        Map<String, TopicForm> topics,
        Map<String, CollectionForm> collections,
        Map<String, FileForm> files) {

    /** The form that this version writes and reads. */
    static final int FORM = 1;

    static final String NAME = "manifest.json";

    /**
     * How a topic is made.
     *
     * @param partitions how many
     * @param settings what is set for it
     */
    record TopicForm(int partitions, Map<String, String> settings) {}

    /**
     * How a collection is made.
     *
     * @param indexes each as MongoDB lists it, in extended JSON
     */
    record CollectionForm(List<String> indexes) {}

    /**
     * One file.
     *
     * @param lines how many records or documents
     * @param sha256 of its bytes, in hexadecimal digits
     */
    record FileForm(long lines, String sha256) {}
}
