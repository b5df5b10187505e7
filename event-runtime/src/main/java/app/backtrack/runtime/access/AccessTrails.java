package app.backtrack.runtime.access;

import app.backtrack.runtime.http.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;

/** Opens the trail of an answer that goes on after its request was handled. */
@RequestScoped
public class AccessTrails {
    private final AccessLog log;
    private final Operations operations;
    private final Caller caller;
    private final ResourceInfo resource;
    private final HttpHeaders headers;

    AccessTrails(
            AccessLog log,
            Operations operations,
            Caller caller,
            @Context ResourceInfo resource,
            @Context HttpHeaders headers) {
        this.log = log;
        this.operations = operations;
        this.caller = caller;
        this.resource = resource;
        this.headers = headers;
    }

    /** The trail of this request; call it before work goes on in another thread. */
    public AccessTrail open() {
        String operation = operations.of(resource.getResourceMethod()).name();
        return new AccessTrail(
                log, new Access(caller.actor(), operation, TraceIds.of(headers.getHeaderString("traceparent"))));
    }
}
