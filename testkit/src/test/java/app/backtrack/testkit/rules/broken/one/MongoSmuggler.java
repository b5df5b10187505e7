package app.backtrack.testkit.rules.broken.one;

import com.mongodb.client.model.UpdateOptions;

final class MongoSmuggler {
    UpdateOptions options() {
        return new UpdateOptions().upsert(true);
    }
}
