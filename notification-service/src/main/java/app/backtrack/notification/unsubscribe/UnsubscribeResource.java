package app.backtrack.notification.unsubscribe;

import app.backtrack.events.NotificationChannel;
import app.backtrack.notification.Language;
import app.backtrack.notification.brand.BrandStore;
import app.backtrack.notification.preference.PreferenceDesk;
import app.backtrack.notification.preference.PreferenceStore;
import app.backtrack.notification.text.Texts;
import app.backtrack.notification.unsubscribe.StopLinks.Stop;
import app.backtrack.runtime.access.Shown;
import app.backtrack.runtime.access.Shows;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Ends mails of one kind for whoever has the link from such a mail. Opening the link only asks, for mail programs open
 * links by themselves; the answer is a POST, which mail programs send as well when their own button is pressed (RFC
 * 8058). Pages for people and no part of the API.
 */
@Path("/v1/unsubscriptions/{token}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@Shows(Shown.NOBODY)
public class UnsubscribeResource {
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final StopLinks links;
    private final PreferenceDesk desk;
    private final PreferenceStore preferences;
    private final BrandStore brands;
    private final Texts texts;

    UnsubscribeResource(
            StopLinks links, PreferenceDesk desk, PreferenceStore preferences, BrandStore brands, Texts texts) {
        this.links = links;
        this.desk = desk;
        this.preferences = preferences;
        this.brands = brands;
        this.texts = texts;
    }

    /** Asks whether the mails are to end. */
    @GET
    @PermitAll
    @Operation(hidden = true)
    public Response ask(@PathParam("token") String token) {
        Optional<Stop> stop = links.open(token);
        return page(
                stop,
                stop.map(found -> texts.asking(
                        found.kind(),
                        language(found),
                        brands.find(found.clinic()).brand())));
    }

    /** Ends the mails; again changes nothing. */
    @POST
    @PermitAll
    @Operation(hidden = true)
    public Response stop(@PathParam("token") String token) {
        Optional<Stop> stop = links.open(token);
        stop.ifPresent(
                found -> desk.switchOff(found.clinic(), found.recipient(), found.kind(), NotificationChannel.EMAIL));
        return page(
                stop,
                stop.map(found -> texts.stopped(
                        found.kind(),
                        language(found),
                        brands.find(found.clinic()).brand())));
    }

    private Language language(Stop stop) {
        return preferences.find(stop.clinic(), stop.recipient()).preference().language();
    }

    private Response page(Optional<Stop> stop, Optional<String> page) {
        return Response.status(stop.isPresent() ? Status.OK : Status.NOT_FOUND)
                .entity(page.orElseGet(() -> texts.broken(Language.ENGLISH)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
