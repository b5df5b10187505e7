package app.backtrack.tracking.intake;

import app.backtrack.runtime.http.JsonFlaws;
import app.backtrack.runtime.http.Problem;
import app.backtrack.runtime.http.Refusal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Cuts the body of a journal request into its items: a JSON array, or one JSON value a line. */
final class JournalBody {
    private static final int MOST_BYTES = 1024 * 1024;
    private static final int MOST_ITEMS = 500;

    private JournalBody() {}

    /** One item as it came. */
    sealed interface RawItem {

        /** A JSON value. */
        record Json(JsonNode value) implements RawItem {}

        /** A line that is no JSON. */
        record Broken(Problem problem) implements RawItem {}
    }

    /**
     * Cuts a JSON array.
     *
     * @throws Refusal if it is none, or too large
     */
    static List<RawItem> ofArray(byte[] body, ObjectMapper mapper) {
        String text = text(body);
        JsonNode array;
        try {
            array = mapper.readTree(text);
        } catch (JsonProcessingException e) {
            throw new Refusal(JsonFlaws.problem(e));
        }
        if (!array.isArray()) {
            throw Refusal.invalid(Problem.Flaw.at("", "must be a list"));
        }
        List<RawItem> items = new ArrayList<>();
        array.forEach(value -> items.add(new RawItem.Json(value)));
        return bounded(items);
    }

    /**
     * Cuts lines; empty ones are passed over.
     *
     * @throws Refusal if they are too many
     */
    static List<RawItem> ofLines(byte[] body, ObjectMapper mapper) {
        return bounded(text(body)
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> line(line, mapper))
                .toList());
    }

    private static RawItem line(String line, ObjectMapper mapper) {
        try {
            return new RawItem.Json(mapper.readTree(line));
        } catch (JsonProcessingException e) {
            return new RawItem.Broken(JsonFlaws.problem(e));
        }
    }

    private static String text(byte[] body) {
        if (body.length > MOST_BYTES) {
            throw tooLarge("Send at most 1 MiB at a time.");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Refusal(Problem.of("malformed-json", 400, "The body is not JSON", "Send it in UTF-8."));
        }
    }

    private static List<RawItem> bounded(List<RawItem> items) {
        if (items.size() > MOST_ITEMS) {
            throw tooLarge("Send at most 500 items at a time.");
        }
        return items;
    }

    private static Refusal tooLarge(String detail) {
        return new Refusal(Problem.of("too-large", 413, "The body is too large", detail));
    }
}
