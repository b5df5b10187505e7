package app.backtrack.notification.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.backtrack.events.ClinicId;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.notification.contact.CodeMail.Sent;
import app.backtrack.runtime.http.Refusal;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.testkit.quarkus.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Codes by a clock of the test, and a mail server that answers as it is told to. */
@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class AddressChecksIT {
    private static final Instant NOW = Instant.parse("2026-11-20T18:30:00Z");
    private static final EmailAddress ADDRESS = new EmailAddress("pat@mail.example");

    @Inject
    AddressCheckStore store;

    @Inject
    MailboxStore mailboxes;

    private final PatientRef patient =
            new PatientRef(new ClinicId(Tokens.newClinic()), new PatientId(UUID.randomUUID()));
    private final List<String> codes = new ArrayList<>();
    private Sent answer = Sent.TAKEN;

    @Test
    void a_code_can_be_used_for_half_an_hour() {
        at(0).start(patient, ADDRESS, true);

        assertThat(at(30 * 60 - 1).verify(patient, codes.getFirst())).isTrue();
        at(60 * 60).start(patient, ADDRESS, true);
        assertThatThrownBy(() -> at(90 * 60).verify(patient, codes.getLast())).isInstanceOf(Refusal.class);
    }

    @Test
    void another_code_makes_the_one_before_it_void() {
        at(0).start(patient, ADDRESS, true);
        at(60).start(patient, ADDRESS, true);

        assertThat(codes).hasSize(2);
        assertThat(at(61).verify(patient, codes.getLast())).isTrue();
    }

    @Test
    void a_patient_gets_five_codes_a_day_for_whatever_addresses() {
        for (int i = 0; i < AddressCheck.CODES_A_DAY; i++) {
            at(i * 60L).start(patient, new EmailAddress("pat" + i + "@mail.example"), true);
        }

        assertThatThrownBy(() -> at(24 * 3600 - 1).start(patient, ADDRESS, true))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem().status()).isEqualTo(429));
        at(24 * 3600).start(patient, ADDRESS, true);
        assertThat(codes).hasSize(AddressCheck.CODES_A_DAY + 1);
    }

    @Test
    void no_code_is_kept_that_the_mail_server_did_not_take() {
        for (Sent sent : List.of(Sent.AWAY, Sent.REFUSED)) {
            answer = sent;
            int status = sent == Sent.AWAY ? 503 : 409;
            assertThatThrownBy(() -> at(0).start(patient, ADDRESS, true))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.problem().status()).isEqualTo(status));
            assertThat(store.find(patient)).isEmpty();
        }
        answer = Sent.TAKEN;
        at(1).start(patient, ADDRESS, true);
        assertThat(at(2).pending(patient)).contains(ADDRESS);
    }

    private AddressChecks at(long seconds) {
        CodeMail mail = (to, address, code) -> {
            codes.add(code);
            return answer;
        };
        return new AddressChecks(store, mailboxes, mail, new CodeMint(), () -> NOW.plus(Duration.ofSeconds(seconds)));
    }
}
