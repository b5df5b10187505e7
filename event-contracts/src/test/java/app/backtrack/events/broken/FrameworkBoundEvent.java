package app.backtrack.events.broken;

import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** An event that knows a library of its surroundings; AssertJ stands for Kafka, Mongo, Quarkus and Jakarta. */
public record FrameworkBoundEvent(@Nullable AbstractAssert<?, ?> dependency) implements LooseEvent {}
