package app.backtrack.runtime.http;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * Makes bodies mean one thing only: unknown members, numbers in quotes, fractions for whole numbers, doubled members
 * and trailing text are refused, and nothing is read deeper or longer than any of our bodies can be.
 */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {
    private static final int MAX_DEPTH = 20;
    /** A journal of 500 sessions with ten exercises each has some 200,000. */
    private static final long MAX_TOKENS = 400_000;

    private static final int MAX_NAME = 200;
    private static final int MAX_STRING = 10_000;
    private static final int MAX_NUMBER = 40;

    /** After every other one: what is strict stays so. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxDocumentLength(BodyLimit.MAX_BYTES)
                        .maxTokenCount(MAX_TOKENS)
                        .maxNameLength(MAX_NAME)
                        .maxStringLength(MAX_STRING)
                        .maxNumberLength(MAX_NUMBER)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
        mapper.enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        mapper.disable(
                SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);
        mapper.registerModule(new SimpleModule("strict-times")
                .addDeserializer(
                        Instant.class,
                        new TextOnly<>(
                                Instant.class,
                                text -> OffsetDateTime.parse(text).toInstant()))
                .addDeserializer(LocalDate.class, new TextOnly<>(LocalDate.class, LocalDate::parse)));
        noCoercion(mapper);
    }

    @SuppressWarnings("deprecation") // the builder that replaces it cannot change a mapper that exists
    private static void noCoercion(ObjectMapper mapper) {
        mapper.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        mapper.coercionConfigDefaults().setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
        mapper.coercionConfigFor(LogicalType.OtherScalar)
                .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
    }
}
