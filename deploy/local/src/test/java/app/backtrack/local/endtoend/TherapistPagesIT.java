package app.backtrack.local.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.local.LocalSystem;
import app.backtrack.testkit.parts.Account;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@InBrowser
class TherapistPagesIT {
    private static final int TEN_WEEKS = 70;

    private final LocalSystem system;
    private final Browser browser;

    TherapistPagesIT(LocalSystem system, Browser browser) {
        this.system = system;
        this.browser = browser;
    }

    @Test
    void the_caseload_shows_at_once_who_needs_somebody_and_why() {
        Clinic clinic = Clinic.open(system);
        Patient patient = clinic.enrol();
        try (Tab tab = signedIn(clinic, "/clinic")) {
            tab.sees("Nothing wants you here now");
            tab.page().locator(".live[data-open]").waitFor();

            patient.send(Fact.screen(Fact.today(), "saddle-numbness")).is(202);

            tab.sees("red flag reported");
            assertThat(tab.page().locator(".patient .badge").first().innerText())
                    .contains("critical");
        }
    }

    @Test
    void ten_weeks_from_8_to_1_read_as_substantial_improvement() {
        Clinic clinic = Clinic.open(system);
        Patient patient = tenWeeksFromEightToOne(clinic);
        try (Tab tab = signedIn(clinic, page(patient))) {
            tab.sees("Pain has become less");
            assertThat(tab.page().locator(".verdict").innerText()).contains("a substantial relief");

            tab.page().getByText("Show as a table").click();

            // Each of the 84 days of the window is there, scored or not.
            assertThat(tab.page().locator(".chart tbody tr").count()).isEqualTo(84);
            assertThat(tab.page().locator(".chart tbody").innerText()).contains("no score");
        }
    }

    @Test
    void a_spike_that_was_old_news_when_it_was_found_is_marked_though_no_alert_tells_of_it() {
        Clinic clinic = Clinic.open(system);
        LocalDate today = Fact.today();
        Patient patient = clinic.enrolWithProgram(today.minusDays(30));
        // From the oldest on: whatever part of them is judged, the spike began three days ago.
        List<Fact> scores = IntStream.rangeClosed(-23, 0)
                .mapToObj(day -> Fact.score(day < -3 ? 2 : 8, today.plusDays(day)))
                .toList();
        patient.sendJournal(scores);
        Eventually.holds(() -> assertThat(patient.insights()).anySatisfy(insight -> {
            assertThat(insight.path("rule").asText()).isEqualTo("pain-spike");
            assertThat(insight.has("notedAt")).isTrue();
        }));
        try (Tab tab = signedIn(clinic, page(patient))) {
            tab.sees("Show as a table").click();

            // The latest day comes first.
            assertThat(tab.page().locator(".chart tbody tr").nth(3)).containsText("Pain spike");
            assertThat(tab.page().locator(".chart tbody").getByText("Pain spike"))
                    .hasCount(1);
            assertThat(tab.page().locator(".alert").getByText("pain spike")).hasCount(0);
        }
    }

    @Test
    void a_patient_with_little_data_reads_as_uncertain_and_says_what_is_missing() {
        Clinic clinic = Clinic.open(system);
        Patient patient = clinic.enrolWithProgram(Fact.today().minusDays(5));
        patient.progressAfter(patient.sendAll(List.of(Fact.score(3, Fact.today()))), 4);
        try (Tab tab = signedIn(clinic, page(patient))) {
            assertThat(tab.sees("too early to tell").innerText())
                    .matches(".*Uncertain: too early to tell\\. \\d+ more days.*");
        }
    }

    @Test
    void a_program_is_prescribed_from_a_template() {
        Clinic clinic = Clinic.open(system);
        Patient patient = clinic.enrol();
        try (Tab tab = signedIn(clinic, page(patient))) {
            tab.sees("Uncertain");
            tab.page().locator("#tab-program").click();
            tab.sees("No program yet");
            tab.page().getByText("Prescribe a program").click();
            tab.page().locator("#template").selectOption("lower-back-starter");

            tab.page().locator("bt-prescribe-form button.main").click();

            tab.sees("program under way");
            tab.sees("Program prescribed");
        }
    }

    @Test
    void of_two_therapists_who_revise_at_once_the_second_sees_what_changed() {
        Clinic clinic = Clinic.open(system);
        Patient patient = clinic.enrolWithProgram(Fact.today());
        Account second = Account.therapist(clinic.id(), "second-" + clinic.id());
        try (Tab one = signedIn(clinic, page(patient));
                Tab two = Tab.desktop(system, browser).signIn(second, page(patient))) {
            revising(one);
            revising(two);

            one.page().getByLabel("Sets, at most").first().fill("5");
            one.page().getByLabel("Sets, at most").first().blur();
            one.page().getByText("Put this plan in force").click();
            one.sees("version 2");
            Locator removed = two.page().locator("fieldset.item").last();
            String exercise = removed.locator("legend").innerText().split(" weeks", -1)[0];
            removed.getByText("Remove").click();
            two.page().getByText("Put this plan in force").click();

            two.sees(clinic.therapist() + " has changed the plan since you opened it");
            assertThat(two.page().locator(".note .changes").innerText()).contains("sets", "5");
            // The own change is still there and goes on top of the other.
            assertThat(two.page().locator("form > .card .changes").innerText()).contains(exercise.strip());
        }
    }

    @Test
    void an_alert_is_taken_care_of_and_closed_with_what_came_of_it() {
        Clinic clinic = Clinic.open(system);
        Patient patient = clinic.enrol();
        patient.send(Fact.screen(Fact.today(), "constant-night-pain")).is(202);
        try (Tab tab = signedIn(clinic, "/clinic/alerts")) {
            tab.sees("red flag reported");

            tab.page().getByText("I take care of it").click();
            tab.sees("acknowledged");
            tab.page().getByText("Close the alert").first().click();
            tab.page().locator("dialog select[name=outcome]").selectOption("referred");
            tab.page().locator("dialog form button").click();

            tab.sees("No open alerts");
        }
    }

    @Test
    void another_clinics_link_is_answered_like_an_unknown_one() {
        Patient theirs = Clinic.open(system).enrol();
        Clinic clinic = Clinic.open(system);
        try (Tab tab = signedIn(clinic, page(theirs))) {
            tab.sees("This page does not exist");
            String said = tab.page().locator("main").innerText();

            tab.open("/clinic/patients/" + UUID.randomUUID()).sees("This page does not exist");

            assertThat(tab.page().locator("main").innerText()).isEqualTo(said);
        }
    }

    @ParameterizedTest
    @CsvSource({"en, LIGHT, 1280", "de, DARK, 320"})
    void every_page_can_be_used_by_everybody(String language, ColorScheme colours, int width) {
        Clinic clinic = Clinic.open(system);
        Patient patient = tenWeeksFromEightToOne(clinic);
        Patient withoutProgram = clinic.enrol();
        patient.sendAll(List.of(Fact.session(Fact.today()), Fact.screen(Fact.today(), "constant-night-pain")));
        Account therapist = Account.therapist(clinic.id(), clinic.therapist());
        try (Desk desk = Desk.of(browser, clinic, therapist, language, colours, width)) {
            Page page = desk.open("/clinic");
            page.locator(".patient .badge.bad").first().waitFor();
            desk.isSound();
            desk.open(page(patient));
            page.locator(".chart canvas").waitFor();
            desk.isSound();
            page.locator(".chart button").click();
            page.locator(".chart table").waitFor();
            desk.isSound();
            for (String panel : List.of("adherence", "sides", "timeline", "program")) {
                page.locator("#tab-" + panel).click();
                page.locator("#panel-" + panel + " .card").first().waitFor();
                desk.isSound();
            }
            page.locator("#panel-program .button.main").click();
            page.locator("bt-revise-form fieldset").first().waitFor();
            desk.isSound();
            desk.open(page(withoutProgram));
            page.locator("#tab-program").click();
            page.locator("#panel-program .state .button.main").click();
            page.locator("bt-prescribe-form form").waitFor();
            desk.isSound();
            desk.open(page(patient) + "/report");
            page.locator(".chart canvas").waitFor();
            desk.isSound();
            desk.open("/clinic/alerts");
            page.locator(".alert button").last().click();
            page.locator("dialog select").waitFor();
            desk.isSound();
        }
    }

    @Test
    void the_browser_holds_no_token_and_the_session_cookie_is_out_of_scripts_reach() {
        Clinic clinic = Clinic.open(system);
        try (Tab tab = signedIn(clinic, "/clinic")) {
            tab.sees("No patients yet");

            assertThat(tab.context().cookies())
                    .filteredOn(cookie -> cookie.name.equals("q_session"))
                    .singleElement()
                    .satisfies(cookie -> assertThat(cookie.httpOnly).isTrue());
            assertThat(tab.context().storageState()).doesNotContain("eyJ");
            assertThat(tab.page().content()).doesNotContain("eyJ");

            tab.page().locator(".me summary").click();
            tab.page().getByText("Sign out").click();
            tab.page().waitForURL(url -> !url.contains("/clinic"));

            tab.open("/clinic").page().locator("#username").waitFor();
            assertThat(tab.page().url()).startsWith(system.addresses().issuer());
        }
    }

    private Patient tenWeeksFromEightToOne(Clinic clinic) {
        LocalDate today = Fact.today();
        Patient patient = clinic.enrolWithProgram(today.minusDays(TEN_WEEKS - 1L));
        List<Fact> scores = IntStream.range(0, TEN_WEEKS)
                .mapToObj(day ->
                        Fact.score(8 - Math.round(7f * day / (TEN_WEEKS - 1)), today.minusDays(TEN_WEEKS - 1L - day)))
                .toList();
        patient.progressAfter(patient.sendJournal(scores), 12);
        return patient;
    }

    private Tab signedIn(Clinic clinic, String path) {
        return Tab.desktop(system, browser).signIn(Account.therapist(clinic.id(), clinic.therapist()), path);
    }

    private static void revising(Tab tab) {
        tab.page().locator("#tab-program").click();
        tab.page().getByText("Revise the plan").click();
        tab.page().locator("fieldset.item").first().waitFor();
    }

    private static String page(Patient patient) {
        return "/clinic/patients/" + patient.id();
    }
}
