package app.backtrack.local.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.local.LocalSystem;
import app.backtrack.testkit.parts.Account;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The patient app in a real browser, before the whole system. */
@EndToEnd
@ExtendWith(Browsers.class)
class PatientAppIT {
    private static final List<String> PAGES = List.of(
            "/my",
            "/my/session",
            "/my/pain",
            "/my/flare",
            "/my/warning-signs",
            "/my/checklist",
            "/my/progress",
            "/my/entries",
            "/my/settings",
            "/my/access");

    /** All that lies on the device in a form that scripts can read, as text. */
    private static final String STORED = """
            async () => {
              const seen = [];
              for (const name of await caches.keys()) {
                seen.push(...(await (await caches.open(name)).keys()).map(({ url }) => url));
              }
              seen.push(JSON.stringify(localStorage), JSON.stringify(sessionStorage));
              const database = await new Promise((resolve) => {
                const asked = indexedDB.open('backtrack');
                asked.onsuccess = () => resolve(asked.result);
              });
              for (const store of database.objectStoreNames) {
                const records = await new Promise((resolve) => {
                  const asked = database.transaction(store).objectStore(store).getAll();
                  asked.onsuccess = () => resolve(asked.result);
                });
                for (const record of records) {
                  seen.push(record.sealed === undefined ? String(record)
                    : new TextDecoder('latin1').decode(record.sealed));
                }
              }
              database.close();
              return seen;
            }""";

    /** What makes a page wider than its window. */
    private static final String BESIDE = """
            () => {
              const { scrollWidth, clientWidth } = document.documentElement;
              return scrollWidth <= clientWidth ? [] : [...document.querySelectorAll('body *')]
                .filter((element) => element.getBoundingClientRect().right > clientWidth)
                .map((element) => `${element.tagName}.${element.className}: ${element.textContent.trim().slice(0, 40)}`);
            }""";

    private final LocalSystem system;
    private final Browser browser;

    PatientAppIT(LocalSystem system, Browser browser) {
        this.system = system;
        this.browser = browser;
    }

    private Patient patient() {
        return Clinic.open(system).enrolWithProgram(Fact.today().minusDays(8));
    }

    @Test
    void what_is_logged_offline_survives_closing_the_app_and_arrives_once() {
        Patient patient = patient();
        try (Phone phone = Phone.of(browser, patient)) {
            assertThat(phone.page().getByText("Bird Dog")).isVisible();
            phone.offline(true);
            phone.point("7");
            phone.button("Save 7").click();
            assertThat(phone.sending()).hasText("↑ 1 waiting");

            Page page = phone.reopen("/my/session");
            phone.button("Begin without an answer").click();
            for (int rep = 0; rep < 3; rep++) {
                phone.button("Repetitions: more").click();
            }
            phone.button("Set done").click();
            for (int exercise = 0; exercise < 6; exercise++) {
                phone.button("Next exercise").click();
            }
            phone.button("To the end").click();
            phone.button("Finish").click();
            assertThat(phone.sending()).hasText("↑ 2 waiting");
            assertThat(String.join("\n", stored(page)))
                    .doesNotContain(
                            "average-24h",
                            "bird-dog",
                            "occurredAt",
                            patient.id().toString(),
                            "/api/");
            assertThat(patient.timeline()).isEmpty();

            phone.reopen("/my");
            assertThat(phone.sending()).hasText("↑ 2 waiting");
            phone.offline(false);
            phone.reopen("/my");
            assertThat(phone.sending()).hasText("✓ All sent");

            List<JsonNode> arrived = Eventually.get(() -> {
                List<JsonNode> timeline = patient.timeline();
                assertThat(timeline).hasSize(2);
                return timeline;
            });
            assertThat(arrived)
                    .extracting(entry -> entry.path("kind").asText())
                    .containsExactlyInAnyOrder("pain-score", "session");
            assertThat(arrived)
                    .allSatisfy(
                            entry -> assertThat(entry.at("/by/role").asText()).isEqualTo("patient"));
            Eventually.holds(() -> {
                JsonNode today = patient.progress(4).path("days").get(0);
                assertThat(today.path("pain").asInt()).isEqualTo(7);
                assertThat(today.path("sessions").asInt()).isEqualTo(1);
            });
            assertThat(phone.complaints()).isEmpty();
        }
        Account therapist =
                Account.therapist(patient.clinic().id(), patient.clinic().therapist());
        try (Tab tab = Tab.desktop(system, browser).signIn(therapist, "/clinic/patients/" + patient.id())) {
            tab.sees("Show as a table").click();
            assertThat(tab.page().locator(".chart tbody tr").first().locator("td"))
                    .hasText(new String[] {"7.0", "1", ""});
            tab.page().locator("#tab-timeline").click();
            for (String once : List.of("Pain score", "Exercise session")) {
                assertThat(tab.page().locator(".timeline > li").getByText(once)).hasCount(1);
            }
        }
    }

    @Test
    void all_that_is_kept_about_a_patient_can_be_taken_away_in_one_file() throws IOException {
        Patient patient = patient();
        Fact score = Fact.score(6, Fact.today());
        patient.sendAll(List.of(score));
        Api.get(patient.record(), patient.clinic().therapistToken()).is(200);
        Eventually.holds(() -> assertThat(
                        Api.get(patient.tracked("access-log"), patient.clinic().adminToken())
                                .is(200)
                                .json())
                .isNotEmpty());
        try (Phone phone = Phone.of(browser, patient)) {
            Page page = phone.open("/my/settings");

            Path file = page.waitForDownload(
                            () -> phone.button("Everything (JSON)").click())
                    .path();

            JsonNode all = Api.JSON.readTree(Files.readString(file));
            assertThat(all.path("patientId").asText()).isEqualTo(patient.id().toString());
            assertThat(all.at("/identity/name").asText())
                    .isEqualTo(patient.clinic().enrolment().get("name"));
            assertThat(all.at("/programs")).isNotEmpty();
            assertThat(all.path("accessLog")).isNotEmpty();
            assertThat(all.path("events"))
                    .anySatisfy(event -> assertThat(event.path("id").asText())
                            .contains(score.id().toString()));
            assertThat(phone.complaints()).isEmpty();
        }
    }

    @SuppressWarnings("unchecked")
    private static List<String> stored(Page page) {
        return (List<String>) page.evaluate(STORED);
    }

    @Test
    void two_telephones_that_correct_the_same_entry_lose_nothing_and_show_the_conflict() {
        Patient patient = patient();
        UUID id = UUID.randomUUID();
        patient.sendAll(List.of(Fact.score(id, 1, 5, Fact.today().minusDays(1))));
        try (Phone one = Phone.of(browser, patient);
                Phone other = Phone.of(browser, patient)) {
            for (Phone phone : List.of(one, other)) {
                assertThat(phone.open("/my/entries").getByText("Pain 5 of 10")).isVisible();
                phone.offline(true);
            }
            correct(one, "3");
            correct(other, "8");
            for (Phone phone : List.of(one, other)) {
                phone.offline(false);
                phone.reopen("/my/entries");
                assertThat(phone.sending()).hasText("✓ All sent");
            }

            assertThat(Eventually.get(() -> {
                        List<JsonNode> timeline = patient.timeline();
                        assertThat(timeline).hasSize(3);
                        return timeline;
                    }))
                    .extracting(entry -> entry.path("revision").asInt() + ": "
                            + entry.at("/content/score").asInt())
                    .containsExactlyInAnyOrder("1: 5", "2: 3", "2: 8");
            Page page = one.open("/my/entries");
            var versions = page.locator(".conflict li");
            assertThat(versions).hasCount(2);
            Accessibility.holds(one.page());
            versions.filter(new FilterOptions().setHasText("Pain 3 of 10"))
                    .locator("button")
                    .click();

            Eventually.holds(() -> assertThat(patient.timeline())
                    .filteredOn(entry -> entry.path("counts").asBoolean())
                    .singleElement()
                    .satisfies(entry -> {
                        assertThat(entry.path("revision").asInt()).isEqualTo(3);
                        assertThat(entry.at("/content/score").asInt()).isEqualTo(3);
                    }));
            assertThat(one.open("/my/entries").locator(".conflict")).hasCount(0);
        }
    }

    private static void correct(Phone phone, String score) {
        phone.button("Correct").click();
        phone.point(score);
        phone.button("Save").click();
        assertThat(phone.sending()).hasText("↑ 1 waiting");
    }

    @Test
    void advice_for_an_emergency_is_there_at_once_offline_and_the_signs_are_sent_later() {
        Patient patient = patient();
        try (Phone phone = Phone.of(browser, patient)) {
            phone.offline(true);
            Page page = phone.reopen("/my/warning-signs");
            page.getByText("I am numb between the legs").click();
            assertThat(page.getByText("Get emergency help now")).isVisible();
            assertThat(page.locator("a[href='tel:112']")).isVisible();
            Accessibility.holds(phone.page());
            phone.button("Tell my therapist").click();
            assertThat(phone.sending()).hasText("↑ 1 waiting");
            phone.offline(false);

            Eventually.holds(() -> assertThat(patient.timeline())
                    .singleElement()
                    .satisfies(entry ->
                            assertThat(entry.at("/content/positive/0").asText()).isEqualTo("saddle-numbness")));
        }
    }

    @ParameterizedTest
    @CsvSource({"en, LIGHT, 1280", "de, DARK, 320"})
    void every_page_can_be_used_by_everybody(String language, ColorScheme colours, int width) {
        Patient patient = patient();
        patient.sendAll(List.of(
                Fact.score(6, Fact.today().minusDays(2)),
                Fact.score(4, Fact.today().minusDays(1)),
                Fact.session(Fact.today())));
        try (Phone phone = Phone.of(browser, patient, language, colours, width)) {
            for (String path : PAGES) {
                Page page = phone.open(path);
                assertThat(page.locator("main .skeleton")).hasCount(0);
                Accessibility.holds(phone.page());
                assertThat((List<?>) page.evaluate(BESIDE))
                        .as("what of %s lies beside the screen", path)
                        .isEmpty();
            }
            assertThat(phone.complaints()).isEmpty();
        }
    }

    @Test
    void patients_see_page_by_page_who_looked_at_their_data_and_not_that_they_did_themselves() {
        Patient patient = patient();
        for (int read = 0; read < 51; read++) {
            patient.progress(4);
        }
        String self =
                system.token(Account.patient(patient.clinic().id(), patient.id().toString()));
        Eventually.holds(
                () -> assertThat(Api.get(patient.accessLog(), self).is(200).json())
                        .filteredOn(access -> access.path("what").asText().endsWith("/progress"))
                        .hasSize(51));
        try (Phone phone = Phone.of(browser, patient)) {
            Page page = phone.open("/my/settings");
            page.getByText("Who looked at my data").click();
            var accesses = page.locator("main ol > li");
            assertThat(accesses).hasCount(1);
            assertThat(accesses.first()).containsText("Looked at: progress");
            assertThat(accesses.first())
                    .containsText("Therapist (" + patient.clinic().therapist() + ")");
            assertThat(accesses.first()).containsText("50 times");

            phone.button("Show older").click();

            assertThat(accesses.first()).containsText("51 times");
            assertThat(page.getByText("Recorded: Enrolled")).isVisible();
            assertThat(accesses.last()).containsText("Software of the clinic");
            assertThat(page.getByText("Patient (")).hasCount(0);
            assertThat(phone.button("Show older")).hasCount(0);
            Accessibility.holds(phone.page());
        }
    }

    @Test
    void exercises_have_german_names_for_whom_german_is_spoken() {
        try (Phone phone = Phone.of(browser, patient(), "de", ColorScheme.LIGHT, Phone.USUAL_WIDTH)) {
            assertThat(phone.page().getByText("Schulterbrücke")).isVisible();
            assertThat(phone.page().getByText("Glute Bridge")).hasCount(0);
        }
    }

    @Test
    void two_scores_say_too_little_to_speak_of_progress() {
        Patient patient = patient();
        patient.sendAll(List.of(Fact.score(8, Fact.today().minusDays(1)), Fact.score(2, Fact.today())));
        try (Phone phone = Phone.of(browser, patient)) {
            assertThat(phone.open("/my/progress").locator(".verdict")).containsText("Too early to tell");
        }
    }
}
