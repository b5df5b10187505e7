package app.backtrack.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads a clinic's numbers by their thresholds' wire names. One of a rule that this version does not have is passed
 * over like any member that a newer producer added: the clinic's other settings hold all the same.
 */
final class ThresholdNumbers extends StdDeserializer<SortedMap<Threshold, BigDecimal>> {
    private static final long serialVersionUID = 1L;

    /** Reads any object. */
    ThresholdNumbers() {
        super(SortedMap.class);
    }

    @Override
    public SortedMap<Threshold, BigDecimal> deserialize(JsonParser parser, DeserializationContext context)
            throws IOException {
        if (!parser.isExpectedStartObjectToken()) {
            throw context.wrongTokenException(parser, SortedMap.class, JsonToken.START_OBJECT, "no object");
        }
        SortedMap<Threshold, BigDecimal> numbers = new TreeMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken value = parser.nextToken();
            Optional<Threshold> threshold = WireName.find(Threshold.class, name);
            if (threshold.isEmpty()) {
                parser.skipChildren();
            } else if (value.isNumeric()) {
                numbers.put(threshold.get(), parser.getDecimalValue());
            } else {
                throw context.wrongTokenException(parser, BigDecimal.class, JsonToken.VALUE_NUMBER_FLOAT, "no number");
            }
        }
        return numbers;
    }
}
