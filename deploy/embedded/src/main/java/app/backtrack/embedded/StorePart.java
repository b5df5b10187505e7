package app.backtrack.embedded;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;

/**
 * A document store that speaks MongoDB's protocol. On disk it commits once a second and at its orderly end: killed in
 * between it loses what it acknowledged since, which is why it is for trying and testing only.
 */
final class StorePart {

    /** Of the heap: the rest is for requests, and for pages on their way to the disk. */
    private static final int CACHE_SHARE = 4;

    private StorePart() {}

    static Part onDisk(Path data, int port) throws IOException {
        Files.createDirectories(data);
        MVStore file = new MVStore.Builder()
                .fileName(data.resolve("store.mv").toString())
                .cacheSize(cacheMegabytes())
                .open();
        return serve(new H2Backend(file), port);
    }

    /**
     * What is not in the cache is unpacked from its page each time; the default of 16 MB holds some hundred patients.
     */
    private static int cacheMegabytes() {
        return Math.toIntExact(Runtime.getRuntime().maxMemory() / CACHE_SHARE / (1024 * 1024));
    }

    static Part inMemory(int port) {
        return serve(new MemoryBackend(), port);
    }

    private static Part serve(MongoBackend backend, int port) {
        MongoServer server = new MongoServer(backend.version(ServerVersion.MONGO_5_0));
        server.bind(new InetSocketAddress(PartArguments.loopback(), port));
        return server::shutdownNow;
    }
}
