package app.backtrack.tracking.trend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TrendJsonTest {

    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    @Test
    void a_trend_is_written_with_its_wire_names_and_nothing_but_its_components() {
        JsonNode trend = json.valueToTree(TrendRules.trend(
                Diary.of("8888888 7777777 ....... .5....."), new Window(Diary.UNTIL, 4), Diary.UNTIL.minusDays(27)));

        assertThat(trend.fieldNames())
                .toIterable()
                .containsExactly("coverage", "slope", "direction", "changes", "variability", "finding");
        assertThat(trend.at("/coverage/context").textValue()).isEqualTo("average-24h");
        assertThat(trend.at("/coverage/until").textValue()).isEqualTo("2026-11-20");
        assertThat(trend.at("/coverage/blocks/3"))
                .hasToString("{\"from\":\"2026-11-14\",\"to\":\"2026-11-20\",\"scoredDays\":1,"
                        + "\"reliability\":\"insufficient\",\"mean\":null}");
        assertThat(trend.at("/finding"))
                .hasToString("{\"verdict\":\"uncertain\",\"reason\":\"too-few-days\",\"daysNeeded\":5}");
    }
}
