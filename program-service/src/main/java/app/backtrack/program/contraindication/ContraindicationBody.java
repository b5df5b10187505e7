package app.backtrack.program.contraindication;

import app.backtrack.program.FreeText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A contraindication as somebody writes it. */
@Schema(name = "ContraindicationBody")
record ContraindicationBody(
        @Schema(description = "What it does from now on; `lifted` takes it back.", examples = "block") @NotNull
        Standing standing,

        @Schema(description = "Why.", examples = "Fracture of a vertebra in June")
        @NotNull
        @Size(max = 500)
        @Pattern(regexp = FreeText.REGEXP, message = FreeText.MESSAGE)
        String because) {

    Contraindication contraindication() {
        return new Contraindication(standing, because);
    }
}
