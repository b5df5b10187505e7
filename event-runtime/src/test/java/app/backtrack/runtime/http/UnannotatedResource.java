package app.backtrack.runtime.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Says nothing about who may call it, so nobody may. */
@Path("/v1/unannotated")
public class UnannotatedResource {

    @GET
    public String open() {
        return "open";
    }
}
