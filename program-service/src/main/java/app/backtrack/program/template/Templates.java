package app.backtrack.program.template;

import app.backtrack.program.StrictResource;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The templates that every clinic has; read once, so that a broken one stops the start and not a request. */
@Singleton
public final class Templates {

    /** The version of all of them; one that is ever changed gets the next. */
    public static final int VERSION = 1;

    private static final List<String> BUILT_IN = List.of(
            "lower-back-starter",
            "imbalance-correction",
            "resilient-back",
            "posture-and-desk-day",
            "recovery-and-mobility",
            "maintenance");

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
        TemplateBody body = StrictResource.read("/templates/" + id + ".json", new TypeReference<>() {});
        return body.template(id);
    }
}
