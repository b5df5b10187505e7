package app.backtrack.notification.text;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.notification.Language;
import app.backtrack.notification.NoticeKind;
import app.backtrack.notification.brand.Brand;
import app.backtrack.testkit.quarkus.BackEndsResource;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class TextsIT {
    private static final URI STOP = URI.create("https://x.example/v1/unsubscriptions/abc");
    private static final Brand BRAND = new Brand(
            "Harbour & <Physio>", "#124060", URI.create("https://x.example/logo.png"), "030 555 0100", null, null);
    /** What a mail's subject says to whoever looks over a shoulder. */
    private static final String CLINICAL =
            "(?is).*(pain|schmerz|back|rücken|flag|warn|worsen|schlecht|symptom|physio|exercise|übung|diagnos).*";
    /** What says that one thing came of another. */
    private static final String CAUSAL =
            "(?is).*\\b(because|thanks to|due to|led to|caused|so that you|weil|dank|wegen|deshalb|dadurch|führt)\\b.*";

    @Inject
    Texts texts;

    /** A class for each language but the first, which the others are measured by. */
    private static final Map<Language, Class<? extends NoticeMessages>> LANGUAGES =
            Map.of(Language.GERMAN, NoticeMessagesGerman.class);

    @Test
    void every_language_has_every_text_of_its_own() {
        assertThat(LANGUAGES.keySet())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Language.values())
                        .filter(language -> language != Language.ENGLISH)
                        .toList());
        Map<String, String> english = messages(NoticeMessages.class);
        LANGUAGES.forEach((language, type) -> {
            assertThat(type.getAnnotation(Localized.class).value()).isEqualTo(language.wireName());
            Map<String, String> theirs = messages(type);
            assertThat(theirs.keySet()).isEqualTo(english.keySet());
            theirs.forEach((name, text) -> {
                assertThat(text).as(name).isNotBlank().isNotEqualTo(english.get(name));
                assertThat(gaps(text)).as(name).isEqualTo(gaps(Objects.requireNonNull(english.get(name))));
            });
        });
    }

    @ParameterizedTest
    @EnumSource(NoticeKind.class)
    void every_kind_has_a_discreet_subject_and_the_same_words_as_text_and_as_html(NoticeKind kind) {
        for (Language language : Language.values()) {
            Words words = texts.words(occasion(kind), language, BRAND, STOP);

            assertThat(words.subject()).doesNotMatch(CLINICAL).doesNotContain("\n", "Harbour");
            assertThat(words.text())
                    .contains(
                            words.subject(),
                            STOP.toString(),
                            "030 555 0100",
                            words.link().toString());
            assertThat(words.text()).doesNotMatch(CAUSAL).doesNotContain("{", "NOT_FOUND", "null");
            assertThat(words.html())
                    .contains(
                            "lang=\"" + language.wireName() + "\"",
                            STOP.toString(),
                            "#124060",
                            "https://x.example/logo.png",
                            words.link().toString())
                    .doesNotContain("NOT_FOUND", "{letter");
        }
    }

    @Test
    void what_a_clinic_calls_itself_is_shown_and_never_read_as_html() {
        Words words = texts.words(occasion(NoticeKind.ALERT), Language.ENGLISH, BRAND, null);

        assertThat(words.html()).contains("Harbour &amp; &lt;Physio&gt;").doesNotContain("<Physio>");
        assertThat(words.text()).contains("Harbour & <Physio>").doesNotContain("Stop such mails");
    }

    @Test
    void several_things_are_named_each_by_its_link() {
        Occasion several = new Occasion(NoticeKind.ALERT, false, List.of("a".repeat(32), "b".repeat(32)));

        Words words = texts.words(several, Language.ENGLISH, Brand.SHIPPED, null);

        assertThat(words.subject()).isEqualTo("2 things changed for one of your patients");
        assertThat(words.text()).contains("/inbox/" + "a".repeat(32), "/inbox/" + "b".repeat(32));
        assertThat(words.html()).contains("/inbox/" + "a".repeat(32), "/inbox/" + "b".repeat(32));
    }

    @Test
    void a_daily_message_says_how_much_there_is_in_the_recipients_language() {
        Occasion digest = new Occasion(NoticeKind.ALERT, true, List.of("a".repeat(32), "b".repeat(32)));

        assertThat(texts.words(digest, Language.GERMAN, Brand.SHIPPED, null).subject())
                .isEqualTo("Ihr Tag in einer Nachricht: 2 zum Ansehen");
    }

    private static Occasion occasion(NoticeKind kind) {
        boolean alert = kind == NoticeKind.RED_FLAG || kind == NoticeKind.ALERT;
        return new Occasion(kind, false, alert ? List.of("a".repeat(32)) : List.of());
    }

    private static Map<String, String> messages(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Message.class))
                .collect(Collectors.toMap(
                        Method::getName,
                        method -> method.getAnnotation(Message.class).value()));
    }

    private static Set<String> gaps(String text) {
        return Arrays.stream(text.split("(?=\\{)|(?<=})"))
                .filter(part -> part.startsWith("{"))
                .collect(Collectors.toSet());
    }
}
