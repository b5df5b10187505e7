package app.backtrack.web.visit;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** What a page may know of who is signed in; see {@link Visitor}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SignedIn(
        String name,
        String clinicId,
        String role,
        @Nullable String patientId,
        @Nullable String language,
        String home) {

    static SignedIn of(Visitor visitor) {
        return new SignedIn(
                visitor.name(),
                visitor.clinicId(),
                visitor.role(),
                visitor.patientId(),
                visitor.language(),
                visitor.home());
    }
}
