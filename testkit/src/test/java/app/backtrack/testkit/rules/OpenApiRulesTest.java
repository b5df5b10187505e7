package app.backtrack.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OpenApiRulesTest {
    private static final String PROBLEM =
            "{'content':{'application/problem+json':{'schema':{'$ref':'#/components/schemas/Problem'}}}}";
    private static final String SOUND = """
            {'openapi':'3.1.0',
             'paths':{'/v1/things':{'get':{
               'operationId':'listThings','summary':'List things','tags':['Things'],'security':[{'token':[]}],
               'responses':{
                 '200':{'content':{'application/json':{'schema':{'items':{'$ref':'#/components/schemas/Thing'}}}}},
                 '204':{'description':'There are none'},
                 '401':%1$s,'403':%1$s,'404':%1$s,'422':%1$s,'503':%1$s}}}},
             'components':{'schemas':{'Problem':{},'Thing':{}}}}""".formatted(PROBLEM);

    @Test
    void a_document_as_it_should_be_has_no_flaws() throws Exception {
        assertThat(OpenApiRules.flaws(parse(SOUND))).isEmpty();
        assertThat(OpenApiRules.operations(parse(SOUND))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', delimiter = ';', textBlock = """
                    3.1.0; 3.0.3; The document is of version 3.0.3
                    'operationId':'listThings',; ; An operation has no operationId
                    List things; ; listThings has no summary
                    'Things'; ; listThings has no tags
                    [{'token':[]}]; []; listThings takes no token
                    '503':; '500':; listThings does not say when it answers 503
                    'application/json'; 'text/plain'; listThings does not say what it answers with 200
                    '204':; '409':; listThings does not say what it answers with 409
                    ,'Thing':{}; ; Nothing is at #/components/schemas/Thing""")
    void each_rule_fails_on_a_document_that_breaks_it(String part, String instead, String flaw) throws Exception {
        String broken = SOUND.replace(part, instead == null ? "" : instead);

        assertThat(OpenApiRules.flaws(parse(broken))).containsExactly(flaw);
    }

    private static JsonNode parse(String document) throws Exception {
        return JsonMapper.builder().build().readTree(document.replace('\'', '"'));
    }
}
