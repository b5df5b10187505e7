package app.backtrack.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.function.Consumer;

/**
 * Writes and reads the data of events as JSON in one canonical form (members sorted by name, nulls left out), so that
 * equal events are equal bytes. Members that a newer producer added are passed over on reading; what is there must be
 * of its declared type, since a 3.5 read as 3 would be a score that nobody gave.
 */
public final class EventJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule("backtrack")
                    .addDeserializer(Instant.class, new IsoInstant())
                    .addSerializer(LocalTime.class, new WholeMinute.Writer())
                    .addDeserializer(LocalTime.class, new WholeMinute.Reader())
                    .addSerializer(DayOfWeek.class, new Weekday.Writer())
                    .addDeserializer(DayOfWeek.class, new Weekday.Reader()))
            .annotationIntrospector(new RequiredUnlessNullable())
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .withCoercionConfigDefaults(EventJson::refuseCoercion)
            .withCoercionConfig( // 7 is a decimal number, too
                    LogicalType.Float,
                    config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.TryConvert))
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();
    private static final int HASH_BYTES = 12;

    private EventJson() {}

    private static void refuseCoercion(MutableCoercionConfig config) {
        for (CoercionInputShape shape : CoercionInputShape.values()) {
            config.setCoercion(shape, CoercionAction.Fail);
        }
    }

    /** Writes in canonical form, UTF-8. */
    public static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event that cannot be written", e);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if the bytes are no JSON or of another form
     */
    public static <T> T read(byte[] json, Class<T> type) throws IOException {
        T value = MAPPER.readValue(json, type);
        if (value == null) {
            throw new IOException("null is no " + type.getSimpleName());
        }
        return value;
    }

    /**
     * Reads JSON of a former form.
     *
     * @param upcast brings it into today's form
     * @throws IOException if the bytes are no JSON or of another form
     */
    static <T> T read(byte[] json, Class<T> type, Consumer<ObjectNode> upcast) throws IOException {
        if (!(MAPPER.readTree(json) instanceof ObjectNode object)) {
            throw new IOException("no " + type.getSimpleName());
        }
        upcast.accept(object);
        return read(MAPPER.writeValueAsBytes(object), type);
    }

    /**
     * A short hash of an event's content: 24 hexadecimal digits of SHA-256 over its canonical JSON. It tells two
     * contents of one revision apart and settles which wins.
     */
    public static String contentHash(BacktrackEvent event) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(write(event)), 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
