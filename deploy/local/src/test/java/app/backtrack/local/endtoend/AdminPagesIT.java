package app.backtrack.local.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.local.LocalSystem;
import app.backtrack.testkit.parts.Account;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages of a clinic's administration in a real browser, before the whole system. */
@EndToEnd
@ExtendWith(Browsers.class)
class AdminPagesIT {
    private static final List<String> PAGES = List.of(
            "patients",
            "enrol",
            "clinicians",
            "templates",
            "templates/lower-back-starter",
            "catalog",
            "settings",
            "outcomes",
            "reports",
            "access",
            "branding",
            "webhooks",
            "clients");

    private final LocalSystem system;
    private final Browser browser;

    AdminPagesIT(LocalSystem system, Browser browser) {
        this.system = system;
        this.browser = browser;
    }

    @Test
    void a_patient_is_enrolled_found_by_name_discharged_and_enrolled_again() {
        Clinic clinic = Clinic.open(system);
        clinic.enrol();
        try (Desk desk = Desk.ofAdmin(browser, clinic)) {
            Page page = desk.open("/clinic/admin/enrol");
            page.fill("#name", "Nora Neumann");
            page.fill("#zone", Clinic.ZONE);
            page.getByLabel(clinic.therapist()).check();
            desk.button("Enrol a patient").click();
            assertThat(page.locator("h1")).hasText("Nora Neumann");
            assertThat(page.locator("main")).containsText("In care");

            desk.open("/clinic/admin/patients");
            page.fill("#name", "neum");
            desk.button("Search").click();
            assertThat(page.locator("table tbody tr")).hasCount(1);
            assertThat(page.url()).doesNotContain("neum");
            page.getByText("Nora Neumann").click();

            desk.button("Discharge").click();
            page.locator("dialog form button").click();
            assertThat(page.locator("main")).containsText("Discharged");
            desk.button("Enrol again").click();
            page.locator("dialog form button").click();
            assertThat(page.locator("ol.history > li")).hasCount(3);
        }
    }

    @Test
    void who_was_slower_is_told_what_is_there_now_and_can_send_again() {
        Clinic clinic = Clinic.open(system);
        Patient patient = clinic.enrol();
        try (Desk desk = Desk.ofAdmin(browser, clinic)) {
            Page page = desk.open("/clinic/admin/patients/" + patient.id());
            desk.button("Change time zone").click();
            Api.call(
                            "PUT",
                            system.urls().program().resolve("/v1/patients/" + patient.id() + "/time-zone"),
                            clinic.token(),
                            Map.of("zone", "Europe/Lisbon"),
                            Map.of("If-Match", "\"1\""))
                    .is(200);
            page.fill("#zone", "Europe/Paris");
            page.locator("dialog form button.main").click();
            page.getByText("Somebody changed this in the meantime.").waitFor();

            desk.button("Read what is there now").click();
            assertThat(page.locator("dialog")).containsText("There is now: Europe/Lisbon");
            page.locator("dialog form button.main").click();

            assertThat(page.locator("ol.history > li").first()).containsText("Europe/Paris");
        }
    }

    @Test
    void a_changed_number_is_tried_on_the_past_before_it_holds() {
        Clinic clinic = Clinic.open(system);
        LocalDate today = Fact.today();
        Patient patient = clinic.enrolWithProgram(today.minusDays(30));
        List<Fact> scores = IntStream.rangeClosed(1, 24)
                .mapToObj(ago -> Fact.score(ago == 4 || ago == 5 ? 3 : 2, today.minusDays(ago)))
                .toList();
        patient.progressAfter(patient.sendJournal(scores), 4);
        try (Desk desk = Desk.ofAdmin(browser, clinic)) {
            Page page = desk.open("/clinic/admin/settings");
            page.fill("#number-spike-points", "1");
            desk.button("Try it").click();
            assertThat(page.locator("bt-trial"))
                    .containsText(Pattern.compile(
                            "Would have fired [1-9].*for 1 of 1 patients\\. With the numbers in force: 0 times"));

            page.fill("#reason", "Our patients are told early");
            desk.button("Save").click();

            assertThat(page.locator("ol.history > li")).containsText("Points above the median: 1");
            assertThat(page.locator("#number-spike-points")).hasValue("1");
        }
    }

    @Test
    void a_webhook_secret_is_shown_once() {
        Clinic clinic = Clinic.open(system);
        try (Desk desk = Desk.ofAdmin(browser, clinic)) {
            Page page = desk.open("/clinic/admin/webhooks");
            desk.button("Add an endpoint").first().click();
            page.fill("#url", "http://127.0.0.1:9/nobody");
            page.locator("dialog form button.main").click();
            assertThat(page.locator("code.secret")).containsText("whsec_");

            desk.open("/clinic/admin/webhooks");
            assertThat(page.locator("main")).containsText("http://127.0.0.1:9/nobody");
            assertThat(page.content()).doesNotContain("whsec_");

            page.locator("h2.address a").click();
            desk.button("Send a test").click();
            page.selectOption("#state", "");
            assertThat(page.locator("bt-webhook-messages .history > li")).containsText("Test");
        }
    }

    @Test
    void a_patient_is_erased_only_by_who_types_the_id() {
        Clinic clinic = Clinic.open(system);
        Patient patient = clinic.enrol();
        try (Desk desk = Desk.ofAdmin(browser, clinic)) {
            Page page = desk.open("/clinic/admin/patients/" + patient.id());
            desk.button("Erase for good").click();
            page.fill("#patientId", "yes");
            page.locator("dialog form button.danger").click();
            assertThat(page.locator("#patientId-flaw")).hasText("must be the patient id of the path");

            page.fill("#patientId", patient.id().toString());
            page.locator("dialog form button.danger").click();

            assertThat(page.locator("h1")).hasText("Erased patient");
            assertThat(page.locator("main")).containsText("The patient asked for it");
            desk.isSound();
        }
    }

    @Test
    void a_copy_of_a_template_is_refused_where_it_is_wrong_and_taken_when_it_is_mended() {
        Clinic clinic = Clinic.open(system);
        try (Desk desk = Desk.ofAdmin(browser, clinic)) {
            Page page = desk.open("/clinic/admin/templates/lower-back-starter");
            desk.button("Make a copy").click();
            page.fill("#name", "Our back starter");
            page.fill("#id", "our-back-starter");
            page.fill("#weeks", "9");
            page.fill("#restSeconds-0-0", "601");
            page.fill("#loadGrams-0-0", "2.5");
            desk.button("Add a habit").click();
            desk.button("Earlier: Activity without a gym").click();
            desk.button("Save").click();
            assertThat(page.locator("#restSeconds-0-0-flaw")).containsText("600");

            page.fill("#restSeconds-0-0", "45");
            desk.button("Save").click();
            assertThat(page.locator("#weeks-flaw")).hasText("must be the last week of the last phase");

            page.fill("#toWeek-0", "9");
            desk.button("Save").click();

            assertThat(page.locator("h1")).hasText("Our back starter");
            assertThat(page.locator("main")).containsText("9 weeks in 1 phase");
            assertThat(page.locator("tbody tr").first()).containsText("45");
            assertThat(page.locator("tbody tr").first()).containsText("2.5");
            assertThat(page.locator("main")).containsText("Habits: Activity without a gym, One habit at a time");
        }
    }

    @Test
    void who_looked_at_whom_is_shown_of_all_on_a_day_and_of_one_on_all_days() {
        Clinic clinic = Clinic.open(system);
        Patient patient = clinic.enrol();
        patient.progress(4);
        Eventually.holds(() -> assertThat(Api.get(patient.accessLog(), clinic.adminToken())
                        .is(200)
                        .json())
                .anySatisfy(access -> assertThat(access.path("what").asText()).endsWith("/progress")));
        try (Desk desk = Desk.ofAdmin(browser, clinic)) {
            Page page = desk.open("/clinic/admin/access");
            assertThat(page.locator("h2")).hasText("Somebody of " + clinic.id());
            assertThat(page.locator("tr").filter(new FilterOptions().setHasText("Looked at: progress")))
                    .containsText(clinic.therapist() + " Therapist");

            page.fill("#day", "2020-01-01");
            assertThat(page.locator("main")).containsText("Nobody on this day");
            page.fill("#day", LocalDate.now(ZoneOffset.UTC).toString());
            page.getByText("All days of this patient").click();

            assertThat(page.locator("h1")).hasText("Access log: Somebody of " + clinic.id());
            assertThat(page.locator("tr").filter(new FilterOptions().setHasText("Recorded: Enrolled")))
                    .containsText("Software of the clinic");
        }
    }

    @Test
    void therapists_are_kept_to_their_patients_until_that_is_changed_and_by_nothing_else() {
        Clinic clinic = Clinic.open(system);
        try (Desk desk = Desk.ofAdmin(browser, clinic)) {
            Page page = desk.open("/clinic/admin/settings");
            page.selectOption("#therapistsSee", "caseload");
            desk.button("Save").click();
            assertThat(page.locator("ol.history > li"))
                    .containsText("Therapists see: the patients they are assigned to");

            page.fill("#number-spike-points", "3");
            desk.button("Save").click();

            assertThat(page.locator("ol.history > li")).hasCount(2);
            assertThat(page.locator("ol.history > li").first()).containsText("Points above the median: 3");
            assertThat(page.locator("#therapistsSee")).hasValue("caseload");
        }
    }

    @Test
    void a_therapist_finds_no_administration() {
        Clinic clinic = Clinic.open(system);
        Account therapist = Account.therapist(clinic.id(), clinic.therapist());
        try (Desk desk = Desk.of(browser, clinic, therapist, "en", ColorScheme.LIGHT, 1280)) {
            assertThat(desk.open("/clinic/admin/patients").locator("main")).containsText("This page does not exist");
        }
    }

    /** A page that fades for an instant cannot be read in that instant, and each level of it fades by itself. */
    @Test
    void colours_change_at_once_for_whom_nothing_is_to_move() {
        Clinic clinic = Clinic.open(system);
        try (Desk desk = Desk.ofAdmin(browser, clinic)) {
            Page page = desk.open("/clinic/admin/branding");
            page.locator("label[for=name]").waitFor();
            assertThat(page.evaluate("""
                    () => {
                      getComputedStyle(document.querySelector('label[for=name]')).color;
                      document.documentElement.dataset.theme = 'dark';
                      getComputedStyle(document.querySelector('label[for=name]')).color;
                      return document.getAnimations().length;
                    }""")).isEqualTo(0);
        }
    }

    @ParameterizedTest
    @CsvSource({"en, LIGHT, 1280", "de, DARK, 320"})
    void every_page_can_be_used_by_everybody(String language, ColorScheme colours, int width) {
        Clinic clinic = Clinic.open(system);
        Patient patient = clinic.enrolWithProgram(Fact.today().minusDays(30));
        try (Desk desk = Desk.of(browser, clinic, Desk.admin(clinic), language, colours, width)) {
            for (String name : PAGES) {
                desk.open("/clinic/admin/" + name);
                desk.isSound();
            }
            desk.open("/clinic/admin/patients/" + patient.id());
            desk.isSound();
            desk.open("/clinic/admin/patients/" + patient.id() + "/access");
            desk.isSound();
        }
    }
}
