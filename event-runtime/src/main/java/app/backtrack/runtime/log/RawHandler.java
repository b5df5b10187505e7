package app.backtrack.runtime.log;

import java.util.List;

/** Does something with records as they are, without opening them. A batch may hold a record again. */
@FunctionalInterface
public interface RawHandler {

    /**
     * Handles records, those of a partition in their order. When it returns, what it does is durable.
     *
     * @throws RuntimeException after which the whole batch comes again
     */
    void handle(List<RawRecord> records);
}
