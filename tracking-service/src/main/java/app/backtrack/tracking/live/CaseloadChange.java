package app.backtrack.tracking.live;

import app.backtrack.events.PatientId;
import app.backtrack.tracking.caseload.CaseloadRow;
import app.backtrack.tracking.caseload.CaseloadRow.OpenAlert;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** That a row of a caseload changed; what it says now is read with the caseload. */
@Schema(name = "CaseloadChange")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CaseloadChange(
        @Schema(implementation = UUID.class) PatientId patientId,

        @Schema(description = "The patient's local date that the row is judged for")
        LocalDate evaluatedFor,

        @Schema(description = "The alert by which the row is sorted; left out where none wants a clinician") @Nullable
        OpenAlert reason) {

    static CaseloadChange of(CaseloadRow row) {
        return new CaseloadChange(row.patientId(), row.evaluatedFor(), row.reason());
    }
}
