package app.backtrack.events;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;

/** Gives a time of day the one form {@code HH:mm}; Jackson's own reader takes seconds and lists of numbers, too. */
final class WholeMinute {
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private WholeMinute() {}

    /** Writes a time of whole minutes. */
    static final class Writer extends StdScalarSerializer<LocalTime> {
        private static final long serialVersionUID = 1L;

        Writer() {
            super(LocalTime.class);
        }

        @Override
        public void serialize(LocalTime time, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(FORM.format(time));
        }
    }

    /** Reads what {@link Writer} wrote, and nothing else. */
    static final class Reader extends StdScalarDeserializer<LocalTime> {
        private static final long serialVersionUID = 1L;

        Reader() {
            super(LocalTime.class);
        }

        @Override
        public LocalTime deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                throw context.wrongTokenException(parser, LocalTime.class, JsonToken.VALUE_STRING, "not HH:mm");
            }
            try {
                return LocalTime.parse(parser.getText(), FORM);
            } catch (DateTimeParseException e) {
                throw context.weirdStringException("", LocalTime.class, "not HH:mm");
            }
        }
    }
}
