package app.backtrack.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Objects;

/** JSON without any of our classes, so that what {@link EventJson} does is judged by something else. */
final class PlainJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private PlainJson() {}

    /** The same JSON with members sorted by name and without white space. */
    static String canonical(byte[] json) throws IOException {
        return MAPPER.writeValueAsString(MAPPER.readValue(json, Object.class));
    }

    static ObjectNode object(byte[] json) throws IOException {
        return (ObjectNode) MAPPER.readTree(json);
    }

    static JsonNode number(BigDecimal value) {
        return DecimalNode.valueOf(value);
    }

    static byte[] bytes(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a class-path resource. */
    static byte[] resource(String name) {
        try (InputStream in = PlainJson.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, () -> name + " is missing").readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
