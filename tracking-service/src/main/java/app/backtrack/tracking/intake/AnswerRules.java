package app.backtrack.tracking.intake;

import app.backtrack.events.Questionnaire;
import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.tracking.intake.QuestionnaireRequest.AnswerRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Says which answers a questionnaire cannot have: each has its own items and its own range of points. */
final class AnswerRules {

    private AnswerRules() {}

    /**
     * What a questionnaire asks for, by the instruments' own definitions; see {@link Questionnaire} for the sources.
     *
     * @param items which items it has
     * @param named the same in words
     * @param most points of one item, from 0
     * @param fewest how many items an answer has at least
     * @param all how many it has at most
     */
    private record Form(Pattern items, String named, int most, int fewest, int all) {

        static Form of(Questionnaire questionnaire) {
            return switch (questionnaire) {
                case PEG ->
                    new Form(Pattern.compile("pain|enjoyment|activity"), "pain, enjoyment or activity", 10, 1, 3);
                case PSFS -> new Form(Pattern.compile(".*"), "an activity", 10, 3, 5);
                case RMDQ -> new Form(Pattern.compile("[1-9]|1[0-9]|2[0-4]"), "1 to 24", 1, 1, 24);
                case ODI -> new Form(Pattern.compile("total"), "total", 100, 1, 1);
                case START_BACK -> new Form(Pattern.compile("total"), "total", 9, 1, 1);
            };
        }
    }

    /** What is wrong with the answers, by place. */
    static List<Flaw> flaws(QuestionnaireRequest request) {
        Form form = Form.of(request.questionnaire());
        List<AnswerRequest> answers = request.answers();
        List<Flaw> flaws = new ArrayList<>();
        if (answers.size() < form.fewest() || answers.size() > form.all()) {
            flaws.add(Flaw.at(
                    "/answers",
                    form.fewest() == form.all()
                            ? "must be one alone"
                            : "must be " + form.fewest() + " to " + form.all()));
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < answers.size(); i++) {
            AnswerRequest answer = answers.get(i);
            String place = "/answers/" + i;
            if (!form.items().matcher(answer.item()).matches()) {
                flaws.add(Flaw.at(place + "/item", "must be " + form.named()));
            } else if (!seen.add(answer.item())) {
                flaws.add(Flaw.at(place + "/item", "is answered already"));
            }
            if (answer.score() > form.most()) {
                flaws.add(Flaw.at(place + "/score", "must be 0 to " + form.most()));
            }
        }
        return flaws;
    }
}
