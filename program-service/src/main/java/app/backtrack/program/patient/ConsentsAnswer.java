package app.backtrack.program.patient;

import app.backtrack.events.Actor;
import app.backtrack.events.ConsentPurpose;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.PatientEvent;
import app.backtrack.events.PatientEvent.ConsentGiven;
import app.backtrack.events.PatientEvent.ConsentWithdrawn;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a patient agrees to. */
@Schema(name = "Consents")
record ConsentsAnswer(List<Consent> consents) {

    static ConsentsAnswer of(PatientFile file) {
        List<Consent> consents = new ArrayList<>();
        for (ConsentPurpose purpose : ConsentPurpose.values()) {
            Consent consent = new Consent(purpose, null, null, null, null, meaning(purpose));
            for (EventEnvelope<PatientEvent> event : file.versions()) {
                consent = consent.after(event);
            }
            consents.add(consent);
        }
        return new ConsentsAnswer(consents);
    }

    /** Whether consent stands; null where it was never noted. */
    static @Nullable Boolean stands(PatientFile file, ConsentPurpose purpose) {
        for (Consent consent : of(file).consents()) {
            if (consent.purpose() == purpose) {
                return consent.given();
            }
        }
        return null;
    }

    private static String meaning(ConsentPurpose purpose) {
        return switch (purpose) {
            case TRACKING ->
                "What the patient reports is kept and evaluated. While withdrawn, nothing new is taken in; what is there stays"
                        + " until it is erased.";
        };
    }

    /**
     * One purpose.
     *
     * @param given null where nothing was ever noted
     */
    @Schema(name = "Consent")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Consent(
            @Schema(type = SchemaType.STRING, enumeration = "tracking")
            ConsentPurpose purpose,

            @Schema(description = "Missing where nothing was ever noted here.") @Nullable
            Boolean given,

            @Nullable String wording,

            @Schema(description = "Since when, UTC.") @Nullable
            Instant since,

            @Nullable Actor notedBy,
            @Schema(description = "What follows from it.") String meaning) {

        private Consent after(EventEnvelope<PatientEvent> event) {
            return switch (event.data()) {
                case ConsentGiven said
                when said.purpose() == purpose ->
                    new Consent(purpose, true, said.wording(), event.recordedAt(), event.actor(), meaning);
                case ConsentWithdrawn said
                when said.purpose() == purpose ->
                    new Consent(purpose, false, null, event.recordedAt(), event.actor(), meaning);
                case PatientEvent other -> this;
            };
        }
    }
}
