package app.backtrack.tracking;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;

/** Describes this service's HTTP interface as a whole. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Backtrack tracking-service",
                        version = "1",
                        description = "Takes in what patients report, and says what it means. A fact is acknowledged "
                                + "once the log has it; progress follows within moments.",
                        license = @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")))
public class TrackingApi extends Application {}
