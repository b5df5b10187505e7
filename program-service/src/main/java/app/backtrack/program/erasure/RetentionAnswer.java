package app.backtrack.program.erasure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whom a clinic's retention will erase. */
@Schema(name = "RetentionDue")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RetentionAnswer(
        @Schema(
                description =
                        "For how many years the clinic keeps discharged patients; missing where it keeps everybody.")
        @Nullable
        Integer retentionYears,

        @Schema(description = "The next first.") List<Due> patients) {

    /** A patient who will be erased. */
    @Schema(name = "RetentionDuePatient")
    record Due(
            String patientId,
            @Schema(description = "The last day in care.") LocalDate dischargedOn,

            @Schema(description = "From this date on, unless the patient is enrolled again or the clinic keeps longer.")
            LocalDate erasedOn) {}
}
