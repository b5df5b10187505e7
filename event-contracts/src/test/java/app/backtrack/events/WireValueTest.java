package app.backtrack.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.backtrack.events.ClinicEvent.ClinicSettings;
import app.backtrack.events.ClinicEvent.QuietHours;
import app.backtrack.events.ProgramEvent.Frequency;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of the JDK and maps have one form in JSON, and no other is read. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WireValueTest {

    @Test
    void weekdays_are_english_names_in_lower_case_and_in_order() throws IOException {
        Frequency days = new Frequency(
                Repetition.WEEKDAYS, null, List.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY, DayOfWeek.SUNDAY), null);
        String json = "{\"repetition\":\"weekdays\",\"weekdays\":[\"monday\",\"sunday\"]}";

        assertThat(json(days)).isEqualTo(json);
        assertThat(read(json, Frequency.class)).isEqualTo(days);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"MONDAY\"", "\"Monday\"", "\"mon\"", "\"\"", "0", "1", "null", "[]", "true"})
    void what_is_no_weekday_is_refused(String day) {
        assertRefused("{\"repetition\":\"weekdays\",\"weekdays\":[" + day + "]}", Frequency.class);
    }

    @Test
    void a_time_of_day_is_hours_and_minutes() throws IOException {
        QuietHours night = new QuietHours(LocalTime.of(20, 30), LocalTime.MIDNIGHT);
        String json = "{\"from\":\"20:30\",\"until\":\"00:00\"}";

        assertThat(json(night)).isEqualTo(json);
        assertThat(read(json, QuietHours.class)).isEqualTo(night);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"7:00\"", "\"24:00\"", "\"07:60\"", "\"07:00:00\"", "\"07:00Z\"", "\"\"", "7", "[7,0]", "null"
            })
    void what_is_no_time_of_day_is_refused(String time) {
        assertRefused("{\"from\":\"20:30\",\"until\":" + time + "}", QuietHours.class);
    }

    @Test
    void a_span_without_an_end_or_with_parts_of_a_minute_is_refused() {
        assertThatThrownBy(() -> new QuietHours(LocalTime.NOON, LocalTime.NOON))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new QuietHours(LocalTime.NOON, LocalTime.of(13, 0, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void thresholds_stand_under_their_wire_names_in_the_order_of_these() throws IOException {
        ClinicSettings settings = settings(Map.of(
                Threshold.WORSENING_WEEKS, new BigDecimal("6"),
                Threshold.SPIKE_RATIO, new BigDecimal("1.50"),
                Threshold.ESCALATION_MINUTES, new BigDecimal("30")));
        String json = "{\"thresholds\":{\"escalation-minutes\":30,\"spike-ratio\":1.50,\"worsening-weeks\":6}}";

        assertThat(json(settings)).isEqualTo(json);
        assertThat(read(json, ClinicSettings.class)).isEqualTo(settings);
    }

    @Test
    void a_threshold_that_this_version_does_not_know_is_passed_over() throws IOException {
        assertThat(read("{\"thresholds\":{\"new-in-2030\":{\"low\":[1]},\"worsening-weeks\":6}}", ClinicSettings.class))
                .isEqualTo(settings(Map.of(Threshold.WORSENING_WEEKS, new BigDecimal("6"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "6",
                "null",
                "{\"worsening-weeks\":\"6\"}",
                "{\"worsening-weeks\":null}",
                "{\"worsening-weeks\":[6]}",
                "{\"worsening-weeks\":true}",
                "{\"worsening-weeks\":6.5}",
                "{\"worsening-weeks\":3}",
                "{\"worsening-weeks\":13}",
                "{\"worsening-weeks\":6,\"worsening-weeks\":7}"
            })
    void thresholds_of_another_form_or_out_of_range_are_refused(String thresholds) {
        assertRefused("{\"thresholds\":" + thresholds + "}", ClinicSettings.class);
    }

    private static ClinicSettings settings(Map<Threshold, BigDecimal> thresholds) {
        return new ClinicSettings(new TreeMap<>(thresholds), null, null, null);
    }

    private static String json(Object value) {
        return new String(EventJson.write(value), StandardCharsets.UTF_8);
    }

    private static <T> T read(String json, Class<T> type) throws IOException {
        return EventJson.read(json.getBytes(StandardCharsets.UTF_8), type);
    }

    private static void assertRefused(String json, Class<?> type) {
        assertThatThrownBy(() -> read(json, type)).isInstanceOf(IOException.class);
    }
}
