package app.backtrack.notification.stream;

import app.backtrack.notification.Change;
import app.backtrack.runtime.http.Refusal;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.function.Function;

/** Writes to one client. */
record SseSink<C extends Change>(MultiEmitter<? super OutboundSseEvent> emitter, Sse sse, Function<C, Object> answer)
        implements OpenStream.Sink<C> {

    @Override
    public void tell(C change) {
        emitter.emit(sse.newEventBuilder()
                .id(change.at().toEpochMilli() + "-" + change.entry())
                .name("change")
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(answer.apply(change))
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

    /** Says that what is shown has to be read anew. */
    void reset() {
        emitter.emit(sse.newEventBuilder().name("reset").data("read the inbox").build());
    }

    void refuse(Refusal refusal) {
        emitter.fail(refusal);
    }

    void onEnd(Runnable task) {
        emitter.onTermination(task);
    }
}
