package app.backtrack.runtime.log;

import app.backtrack.runtime.log.BatchRunner.ParkedRecord;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a loop does with a batch of records. */
@FunctionalInterface
interface BatchWork {

    /**
     * Handles a batch, and says which records belong to the dead letters; throws for an outage.
     *
     * @param behind whether the log held more when the batch was taken off it
     */
    List<ParkedRecord> run(List<ConsumerRecord<byte[], byte[]>> batch, boolean behind);
}
