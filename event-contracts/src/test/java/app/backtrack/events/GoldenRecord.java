package app.backtrack.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.types.Time;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads records of the log that lie frozen as JSON, each header a member. */
final class GoldenRecord {

    private GoldenRecord() {}

    /** Kafka's binary mode: each attribute is a header of its own. */
    static Map<String, String> headers(CloudEvent event) {
        Map<String, String> headers = new TreeMap<>();
        event.getAttributeNames().forEach(name -> headers.put("ce_" + name, text(event.getAttribute(name))));
        event.getExtensionNames().forEach(name -> headers.put("ce_" + name, text(event.getExtension(name))));
        headers.put("content-type", headers.remove("ce_datacontenttype"));
        return headers;
    }

    static Map<String, String> headers(ObjectNode golden) {
        return golden.get("headers")
                .propertyStream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, header -> header.getValue().asText()));
    }

    private static String text(@Nullable Object attribute) {
        return attribute instanceof OffsetDateTime time ? Time.writeTime(time) : String.valueOf(attribute);
    }

    static CloudEvent event(ObjectNode golden) {
        JsonNode headers = golden.get("headers");
        CloudEventBuilder builder = CloudEventBuilder.v1()
                .withId(headers.get("ce_id").asText())
                .withSource(URI.create(headers.get("ce_source").asText()))
                .withType(headers.get("ce_type").asText())
                .withSubject(headers.get("ce_subject").asText())
                .withTime(Time.parseTime(headers.get("ce_time").asText()))
                .withDataSchema(URI.create(headers.get("ce_dataschema").asText()))
                .withData(
                        headers.get("content-type").asText(),
                        golden.get("value").asText().getBytes(StandardCharsets.UTF_8));
        for (String extension : new String[] {"clinicid", "actor", "correlationid", "causationid"}) {
            if (headers.has("ce_" + extension)) {
                builder.withExtension(extension, headers.get("ce_" + extension).asText());
            }
        }
        return builder.build();
    }
}
