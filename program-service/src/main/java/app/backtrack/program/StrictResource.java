package app.backtrack.program;

import app.backtrack.runtime.http.StrictJson;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;

/** Reads what we deliver with the service by the rules for request bodies: what a clinic may not send, nor may we. */
public final class StrictResource {
    private static final ObjectMapper MAPPER = mapper();

    private StrictResource() {}

    /**
     * Reads a JSON resource.
     *
     * @throws IllegalStateException if it is missing or of another form, so that a broken one stops the start
     */
    public static <T> T read(String resource, TypeReference<T> type) {
        try (InputStream json = StrictResource.class.getResourceAsStream(resource)) {
            if (json == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            return MAPPER.readValue(json, type);
        } catch (IOException e) {
            throw new IllegalStateException(resource + " cannot be read", e);
        }
    }

    private static ObjectMapper mapper() {
        ObjectMapper mapper = new ObjectMapper();
        new StrictJson().customize(mapper);
        return mapper;
    }
}
