package app.backtrack.tracking.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.SortedSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DifferenceRulesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void equal_documents_differ_nowhere() throws Exception {
        assertThat(paths("{\"a\":[1,{\"b\":null}]}", "{\"a\":[1,{\"b\":null}]}"))
                .isEmpty();
    }

    @Test
    void a_difference_is_named_by_the_innermost_member_and_never_by_what_it_holds() throws Exception {
        assertThat(paths("{\"view\":{\"count\":7,\"sum\":1}}", "{\"view\":{\"count\":9,\"sum\":1}}"))
                .containsExactly("view/count");
    }

    @Test
    void dates_ids_and_places_are_not_shown() throws Exception {
        assertThat(paths(
                        "{\"weeks\":{\"2026-W36\":{\"days\":[{\"pain\":1},{\"pain\":2}]}}}",
                        "{\"weeks\":{\"2026-W36\":{\"days\":[{\"pain\":1},{\"pain\":3}]}}}"))
                .containsExactly("weeks/*/days/*/pain");
        assertThat(paths("{\"side-plank\":1}", "{\"side-plank\":2}")).containsExactly("*");
    }

    @Test
    void a_member_that_only_one_has_is_a_difference_even_where_it_is_null() throws Exception {
        assertThat(paths("{\"a\":null}", "{}")).containsExactly("a");
        assertThat(paths("{}", "{\"b\":{\"c\":1}}")).containsExactly("b");
    }

    @Test
    void lists_of_other_length_differ_as_a_whole() throws Exception {
        assertThat(paths("{\"a\":[1]}", "{\"a\":[1,2]}")).containsExactly("a");
    }

    private static SortedSet<String> paths(String one, String other) throws JsonProcessingException {
        JsonNode a = JSON.readTree(one);
        JsonNode b = JSON.readTree(other);
        return DifferenceRules.paths(a, b);
    }
}
