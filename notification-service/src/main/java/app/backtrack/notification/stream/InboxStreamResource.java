package app.backtrack.notification.stream;

import app.backtrack.notification.Reader;
import app.backtrack.notification.inbox.InboxChange;
import app.backtrack.notification.inbox.InboxStore;
import app.backtrack.runtime.http.Caller;
import app.backtrack.runtime.http.Problem;
import app.backtrack.runtime.http.Refusal;
import app.backtrack.runtime.http.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Tells a clinician's open browser that the inbox changed, as server-sent events. */
@Path("/v1/inbox/events")
@Tag(name = "Inbox")
@SecurityRequirement(name = "token")
@Blocking
public class InboxStreamResource {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    /** Who was away for longer reads the inbox anew. */
    private static final Duration RESUMABLE = Duration.ofMinutes(30);
    /** So many may wait for a slow client; then its stream breaks and it comes again. */
    private static final int BUFFER = 256;

    private static final Pattern ID = Pattern.compile("(\\d{1,15})-[0-9a-f]{32}");

    private final InboxFeed feed;
    private final InboxStore inbox;
    private final Caller caller;
    private final SecurityIdentity identity;
    private final InstantSource clock;

    InboxStreamResource(
            InboxFeed feed, InboxStore inbox, Caller caller, SecurityIdentity identity, InstantSource clock) {
        this.feed = feed;
        this.inbox = inbox;
        this.caller = caller;
        this.identity = identity;
        this.clock = clock;
    }

    /** Opens a stream. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({Roles.THERAPIST, Roles.CLINIC_ADMIN})
    @Operation(
            operationId = "streamInbox",
            summary = "Be told when the inbox changes",
            description =
                    "Events `change` name an entry that the caller sees and what happened to it last; one may come "
                            + "twice. `Last-Event-ID` goes on where an earlier stream ended, within 30 minutes; else an "
                            + "event `reset` says to read the inbox anew. Comments keep the connection open. A stream "
                            + "ends with the token, at the latest after 10 minutes: come again.")
    @APIResponse(
            responseCode = "200",
            description = "The stream.",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = ChangeAnswer.class)))
    @APIResponse(
            responseCode = "429",
            description = "`too-many-streams`: the caller has " + InboxFeed.PER_CALLER + " open already.")
    public Multi<OutboundSseEvent> events(
            @Parameter(description = "The `id` of the last event that was seen.")
                    @HeaderParam("Last-Event-ID")
                    @Nullable
                    String lastEventId,
            @Context Sse sse) {
        Reader reader = Reader.of(caller);
        if (feed.openBy(reader) >= InboxFeed.PER_CALLER) {
            throw tooMany();
        }
        Instant now = clock.instant();
        Instant endsAt = endsAt(now);
        Optional<Instant> seen = seen(lastEventId).filter(at -> at.isAfter(now.minus(RESUMABLE)));
        List<InboxChange> before =
                seen.isPresent() ? List.of() : inbox.changes(List.of(reader.clinic()), now.minus(OpenStream.OVERLAP));
        return Multi.createFrom()
                .emitter(emitter -> open(reader, seen, now, endsAt, before, new SseSink(emitter, sse)), BUFFER);
    }

    private void open(
            Reader reader,
            Optional<Instant> seen,
            Instant now,
            Instant endsAt,
            List<InboxChange> before,
            SseSink sink) {
        OpenStream stream = new OpenStream(reader, seen.orElse(now), endsAt, sink);
        before.forEach(stream::skip);
        if (!feed.open(stream)) {
            sink.refuse(tooMany());
            return;
        }
        sink.onEnd(() -> feed.close(stream));
        if (seen.isEmpty()) {
            sink.reset();
        }
    }

    private Instant endsAt(Instant now) {
        Instant latest = now.plus(LONGEST);
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            Instant expiry = Instant.ofEpochSecond(token.getExpirationTime());
            return expiry.isBefore(latest) ? expiry : latest;
        }
        return latest;
    }

    private static Optional<Instant> seen(@Nullable String lastEventId) {
        return Optional.ofNullable(lastEventId)
                .map(ID::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> Instant.ofEpochMilli(Long.parseLong(matcher.group(1))));
    }

    private static Refusal tooMany() {
        return new Refusal(Problem.of(
                "too-many-streams", 429, "Too many open streams", "Close one, or wait until one has ended."));
    }

    /** Writes to one client. */
    private record SseSink(MultiEmitter<? super OutboundSseEvent> emitter, Sse sse) implements OpenStream.Sink {

        @Override
        public void tell(InboxChange change) {
            emitter.emit(sse.newEventBuilder()
                    .id(change.at().toEpochMilli() + "-" + change.entry())
                    .name("change")
                    .mediaType(MediaType.APPLICATION_JSON_TYPE)
                    .data(new ChangeAnswer(change.entry(), change.kind()))
                    .build());
        }

        @Override
        public void beat() {
            emitter.emit(sse.newEventBuilder().comment("still here").build());
        }

        @Override
        public void end() {
            emitter.complete();
        }

        void reset() {
            emitter.emit(
                    sse.newEventBuilder().name("reset").data("read the inbox").build());
        }

        void refuse(Refusal refusal) {
            emitter.fail(refusal);
        }

        void onEnd(Runnable task) {
            emitter.onTermination(task);
        }
    }
}
