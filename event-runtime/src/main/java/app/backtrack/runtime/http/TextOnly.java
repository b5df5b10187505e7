package app.backtrack.runtime.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.function.Function;

/** Reads a time from its ISO 8601 text, and from nothing else: a number could count seconds, millis or days. */
final class TextOnly<T> extends StdScalarDeserializer<T> {
    private static final long serialVersionUID = 1L;

    private final transient Function<String, T> parse;

    TextOnly(Class<T> type, Function<String, T> parse) {
        super(type);
        this.parse = parse;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            throw context.wrongTokenException(parser, handledType(), JsonToken.VALUE_STRING, "");
        }
        String text = parser.getText();
        try {
            return parse.apply(text);
        } catch (DateTimeException e) {
            throw context.weirdStringException(text, handledType(), "not in its form");
        }
    }
}
