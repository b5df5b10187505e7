package app.backtrack.program.template;

import app.backtrack.events.EventJson;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** The templates that every clinic has; read once, so that a broken one stops the start and not a request. */
@Singleton
public final class Templates {
    private static final List<String> BUILT_IN = List.of("lower-back-starter");

    private final List<Template> all = BUILT_IN.stream().map(Templates::read).toList();

    /** All of them, in a stable order. */
    public List<Template> all() {
        return all;
    }

    /** Finds one by its id. */
    public Optional<Template> find(String id) {
        return all.stream().filter(template -> template.id().equals(id)).findFirst();
    }

    private static Template read(String id) {
        String resource = "/templates/" + id + ".json";
        try (InputStream json = Templates.class.getResourceAsStream(resource)) {
            if (json == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            return EventJson.read(json.readAllBytes(), Template.class);
        } catch (IOException e) {
            throw new IllegalStateException(resource + " cannot be read", e);
        }
    }
}
