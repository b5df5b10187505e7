package app.backtrack.notification.triage;

import app.backtrack.events.InsightRule;
import app.backtrack.events.PatientId;
import app.backtrack.events.Severity;
import app.backtrack.events.WireName;
import app.backtrack.notification.ClinicianId;
import app.backtrack.notification.alert.AlertFilter;
import app.backtrack.notification.alert.AlertState;
import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.runtime.http.Refusal;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of a list of alerts, as they were sent. */
final class AlertQuery {
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,2}");
    private static final Pattern POSITION = Pattern.compile("\\d{15}/[0-9a-f]{32}");
    private static final int MAX_LIMIT = 200;

    @Parameter(
            description = "Only alerts in this state.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"open", "acknowledged", "snoozed", "closed"}))
    @QueryParam("state")
    @Nullable
    String state;

    @Parameter(description = "Only alerts of this rule, such as `trend-worsening`.")
    @QueryParam("rule")
    @Nullable
    String rule;

    @Parameter(
            description = "Only alerts of this severity.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"info", "low", "medium", "high", "critical"}))
    @QueryParam("severity")
    @Nullable
    String severity;

    @Parameter(description = "Only alerts about this patient.")
    @QueryParam("patientId")
    @Nullable
    String patientId;

    @Parameter(description = "Only alerts that were handed to this clinician.")
    @QueryParam("assignee")
    @Nullable
    String assignee;

    @Parameter(
            description = "How many, 1 to 200.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200"))
    @QueryParam("limit")
    @DefaultValue("50")
    String limit = "50";

    @Parameter(description = "Where to go on, from a `Link` header.")
    @QueryParam("cursor")
    @Nullable
    String cursor;

    /**
     * What is asked for.
     *
     * @throws Refusal 422 that names every parameter that is wrong
     */
    AlertFilter filter() {
        List<Flaw> flaws = new ArrayList<>();
        AlertFilter filter = new AlertFilter(
                read("state", state, name -> WireName.find(AlertState.class, name), flaws),
                read("rule", rule, name -> WireName.find(InsightRule.class, name), flaws),
                read("severity", severity, name -> WireName.find(Severity.class, name), flaws),
                read("patientId", patientId, AlertQuery::patient, flaws),
                read("assignee", assignee, ClinicianId::find, flaws),
                read("cursor", cursor, AlertQuery::position, flaws),
                limit(flaws));
        if (!flaws.isEmpty()) {
            throw Refusal.invalid(flaws.toArray(Flaw[]::new));
        }
        return filter;
    }

    /** The place right after an alert, for clients, who need not know what it is made of. */
    static String cursor(String position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.US_ASCII));
    }

    private int limit(List<Flaw> flaws) {
        int wanted = NUMBER.matcher(limit).matches() ? Integer.parseInt(limit) : 0;
        if (wanted < 1 || wanted > MAX_LIMIT) {
            flaws.add(Flaw.ofParameter("limit", "must be a whole number from 1 to " + MAX_LIMIT));
        }
        return wanted;
    }

    private static <T> @Nullable T read(
            String name, @Nullable String text, Function<String, Optional<T>> form, List<Flaw> flaws) {
        if (text == null) {
            return null;
        }
        Optional<T> value = form.apply(text);
        if (value.isEmpty()) {
            flaws.add(Flaw.ofParameter(name, "is none that there is"));
            return null;
        }
        return value.get();
    }

    private static Optional<PatientId> patient(String text) {
        try {
            return Optional.of(PatientId.of(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> position(String cursor) {
        try {
            String position = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            return Optional.of(position).filter(text -> POSITION.matcher(text).matches());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
