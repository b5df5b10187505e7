package app.backtrack.tracking.caseload;

import app.backtrack.events.Severity;
import app.backtrack.events.WireName;
import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.runtime.http.Refusal;
import app.backtrack.tracking.caseload.CaseloadRow.CareStatus;
import app.backtrack.tracking.reading.PageSize;
import app.backtrack.tracking.trend.Verdict;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters of a caseload, as they came. */
public final class CaseloadQuery {
    private static final Pattern INSTANT =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z");
    private static final int MOST = 200;
    private static final Pattern THERAPIST = Pattern.compile(".{1,200}");
    private static final String ALL = "all";
    private static final String NOT_A_TIME = "must be a time in UTC such as 2026-11-20T18:30:00Z";

    @Parameter(
            description = "A clinician's id, or `all` for the whole clinic; left out, a therapist's own patients, and"
                    + " for others the whole clinic. Where the clinic keeps therapists to their caseload, they see"
                    + " their own patients whatever it says")
    @QueryParam("therapist")
    @Nullable
    String therapist;

    @Parameter(
            description = "Whether in care",
            schema =
                    @Schema(
                            enumeration = {"enrolled", "discharged", "all"},
                            defaultValue = "enrolled"))
    @QueryParam("status")
    @Nullable
    String status;

    @Parameter(
            description = "Only patients with an open alert of this severity",
            schema = @Schema(enumeration = {"info", "low", "medium", "high", "critical"}))
    @QueryParam("severity")
    @Nullable
    String severity;

    @Parameter(
            description = "Only patients with this verdict over the last 4 weeks",
            schema = @Schema(enumeration = {"improving", "worsening", "changing", "stable", "uncertain"}))
    @QueryParam("verdict")
    @Nullable
    String verdict;

    @Parameter(
            description = "Only patients of whom nothing was recorded since then, UTC",
            example = "2026-11-18T00:00:00Z")
    @QueryParam("silentSince")
    @Nullable
    String silentSince;

    @Parameter(
            description = "Shows what was known at that time, UTC: slow, since each patient is folded anew; at most 25"
                    + " patients a page, in the order of their ids",
            example = "2026-11-18T00:00:00Z")
    @QueryParam("asOf")
    @Nullable
    String asOf;

    @Parameter(
            description = "The most rows of a page; with `asOf`, of patients looked at, at most 25",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "50"))
    @QueryParam("limit")
    @Nullable
    String limit;

    @Parameter(description = "From the `Link` of the page before")
    @QueryParam("cursor")
    @Nullable
    String cursor;

    /**
     * What they say.
     *
     * @param asOf null for now
     * @param limit 1 to 200
     */
    record Read(CaseloadFilter filter, @Nullable Instant asOf, int limit) {}

    /**
     * Reads them.
     *
     * @param own whose patients are meant where nobody is named; null for the whole clinic
     * @param only whose patients alone may be shown, whoever is named; null where there is no such limit
     * @throws Refusal 422 that names every parameter that cannot be read
     */
    Read read(@Nullable String own, @Nullable String only) {
        List<Flaw> flaws = new ArrayList<>();
        String named = read("therapist", therapist, CaseloadQuery::clinician, "must be an id or all", flaws);
        CareStatus care = ALL.equals(status)
                ? null
                : read("status", status, named(CareStatus.class), "must be enrolled, discharged or all", flaws);
        CaseloadFilter filter = new CaseloadFilter(
                only != null ? only : ALL.equals(named) ? null : named == null ? own : named,
                status == null ? CareStatus.ENROLLED : care,
                read("severity", severity, named(Severity.class), "must be a severity", flaws),
                read("verdict", verdict, named(Verdict.class), "must be a verdict", flaws),
                read("silentSince", silentSince, CaseloadQuery::instant, NOT_A_TIME, flaws));
        Instant then = read("asOf", asOf, CaseloadQuery::instant, NOT_A_TIME, flaws);
        Integer size = read("limit", limit, text -> PageSize.read(text, MOST), PageSize.expected(MOST), flaws);
        if (!flaws.isEmpty()) {
            throw new Refusal(Refusal.invalidProblem(flaws));
        }
        return new Read(filter, then, size == null ? 50 : size);
    }

    private static <T> @Nullable T read(
            String name,
            @Nullable String text,
            Function<String, Optional<T>> reader,
            String expected,
            List<Flaw> flaws) {
        Optional<T> value = text == null ? Optional.empty() : reader.apply(text);
        if (text != null && value.isEmpty()) {
            flaws.add(Flaw.ofParameter(name, expected));
        }
        return value.orElse(null);
    }

    private static <E extends Enum<E> & WireName> Function<String, Optional<E>> named(Class<E> type) {
        return text -> WireName.find(type, text);
    }

    private static Optional<String> clinician(String text) {
        return Optional.of(text).filter(id -> THERAPIST.matcher(id).matches());
    }

    private static Optional<Instant> instant(String text) {
        try {
            return INSTANT.matcher(text).matches() ? Optional.of(Instant.parse(text)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
