package app.backtrack.events;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Locale;

/**
 * Gives a day of the week the form of our other wire names, {@code monday} to {@code sunday}; Jackson would write the
 * Java name and take numbers that count from 0.
 */
final class Weekday {

    private Weekday() {}

    private static String name(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }

    /** Writes the English name in lower case. */
    static final class Writer extends StdScalarSerializer<DayOfWeek> {
        private static final long serialVersionUID = 1L;

        Writer() {
            super(DayOfWeek.class);
        }

        @Override
        public void serialize(DayOfWeek day, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(name(day));
        }
    }

    /** Reads what {@link Writer} wrote, and nothing else. */
    static final class Reader extends StdScalarDeserializer<DayOfWeek> {
        private static final long serialVersionUID = 1L;

        Reader() {
            super(DayOfWeek.class);
        }

        @Override
        public DayOfWeek deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                throw context.wrongTokenException(parser, DayOfWeek.class, JsonToken.VALUE_STRING, "no weekday");
            }
            String text = parser.getText();
            return Arrays.stream(DayOfWeek.values())
                    .filter(day -> name(day).equals(text))
                    .findFirst()
                    .orElseThrow(() -> context.weirdStringException("", DayOfWeek.class, "no weekday"));
        }
    }
}
