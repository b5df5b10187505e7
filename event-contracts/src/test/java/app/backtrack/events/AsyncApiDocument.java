package app.backtrack.events;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The AsyncAPI document, with its references followed inside it and to files beside it, never to a network.
 *
 * @param root the whole document
 */
record AsyncApiDocument(JsonNode root) {
    private static final ObjectMapper YAML = new YAMLMapper();

    static AsyncApiDocument load() {
        return new AsyncApiDocument(Objects.requireNonNull(read("asyncapi.yaml")));
    }

    /** All references of the document, each as it stands there. */
    List<String> references() {
        return root.findValuesAsText("$ref");
    }

    /** What a node refers to; the node itself if it is no reference. */
    JsonNode follow(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isMissingNode()
                ? node
                : Objects.requireNonNull(resolve(reference.asText()), reference::asText);
    }

    /** What a reference leads to; null if to nothing. */
    @Nullable
    JsonNode resolve(String reference) {
        int hash = reference.indexOf('#');
        String file = hash < 0 ? reference : reference.substring(0, hash);
        String pointer = hash < 0 ? "" : reference.substring(hash + 1);
        JsonNode target = file.isEmpty() ? root : read(file);
        if (target == null) {
            return null;
        }
        JsonNode found = target.at(JsonPointer.compile(pointer));
        return found.isMissingNode() ? null : found;
    }

    /** Reads a file beside the document; JSON is YAML, too. */
    private static @Nullable JsonNode read(String file) {
        try (InputStream in = AsyncApiDocument.class.getResourceAsStream("/" + file)) {
            return in == null ? null : YAML.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
