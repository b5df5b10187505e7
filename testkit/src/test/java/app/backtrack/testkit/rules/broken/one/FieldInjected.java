package app.backtrack.testkit.rules.broken.one;

import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

final class FieldInjected {
    @Inject
    @Nullable
    String smuggled;
}
