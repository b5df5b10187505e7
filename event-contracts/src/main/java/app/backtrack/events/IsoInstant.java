package app.backtrack.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Reads instants from ISO 8601 text only; Jackson's own reader takes numbers, too, and a huge one as 1970. */
final class IsoInstant extends StdScalarDeserializer<Instant> {
    private static final long serialVersionUID = 1L;

    /** Reads any instant that the JDK reads from text. */
    IsoInstant() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            throw context.wrongTokenException(parser, Instant.class, JsonToken.VALUE_STRING, "not ISO 8601 text");
        }
        try {
            return Instant.parse(parser.getText());
        } catch (DateTimeParseException e) {
            throw context.weirdStringException("", Instant.class, "not ISO 8601 text");
        }
    }
}
