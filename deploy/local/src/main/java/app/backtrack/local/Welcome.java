package app.backtrack.local;

import app.backtrack.testkit.parts.Account;
import app.backtrack.testkit.parts.PartAddresses;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** What a person reads when everything serves: where it is, who may log in, and three lines to paste. */
final class Welcome {

    private final LocalUrls urls;
    private final PartAddresses parts;

    Welcome(LocalUrls urls, PartAddresses parts) {
        this.urls = urls;
        this.parts = parts;
    }

    String text(boolean demo, Instant now) {
        return table() + accounts() + (demo ? demoLines(now) : firstPatientLines());
    }

    private String table() {
        return """

                  Open %8$s in a browser, and sign in with an account below

                  program-service       %1$s   API: %1$s/q/swagger-ui
                  tracking-service      %2$s   API: %2$s/q/swagger-ui
                  notification-service  %3$s   API: %3$s/q/swagger-ui
                  sent mail             %4$s
                  OIDC issuer           %5$s
                  Kafka                 %6$s
                  document store        %7$s
                """.formatted(
                        urls.program(),
                        urls.tracking(),
                        urls.notification(),
                        urls.mail(),
                        parts.issuer(),
                        parts.kafka(),
                        parts.mongodb(),
                        urls.web());
    }

    private static String accounts() {
        StringBuilder lines = new StringBuilder("\n  Accounts (password demo; the systems' secret is demo-secret)\n");
        for (Account account : DemoAccounts.staff()) {
            lines.append("  %-16s %-14s %s%n".formatted(account.name(), account.role(), account.clinicId()));
        }
        return lines.append("  A patient's account name is the patient's id.\n").toString();
    }

    private String demoLines(Instant now) {
        return """

                  Try it: a token, a pain score of the demo patient, and what it means (3 lines)

                %s
                curl -s -X PUT %s/v1/patients/%s/pain-scores/%s -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' -d '{"revision":1,"score":2,"context":"average-24h","occurredAt":"%s","zone":"Europe/Berlin"}' -w '%%{http_code}\\n'
                curl -s '%s/v1/patients/%s/progress?weeks=12' -H "Authorization: Bearer $TOKEN"

                  Ctrl-C ends everything.
                """.formatted(
                        tokenLine(DemoAccounts.THEA),
                        urls.tracking(),
                        DemoAccounts.REFERENCE_PATIENT.name(),
                        UUID.randomUUID(),
                        now.truncatedTo(ChronoUnit.SECONDS),
                        urls.tracking(),
                        DemoAccounts.REFERENCE_PATIENT.name());
    }

    private String firstPatientLines() {
        UUID patient = UUID.randomUUID();
        return """

                  Try it: a token, a first patient, and the patient's record (3 lines)

                %s
                curl -s -X PUT %s/v1/patients/%s -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' -d '{"zone":"Europe/Berlin","identifiers":[{"system":"urn:example:charts","value":"H-9001"}],"name":"First Patient","therapists":["thea.harbour"]}' -w '%%{http_code}\\n'
                curl -s %s/v1/patients/%s -H "Authorization: Bearer $TOKEN"

                  Ctrl-C ends everything.
                """.formatted(tokenLine(DemoAccounts.HARBOUR_SYSTEM), urls.program(), patient, urls.program(), patient);
    }

    private String tokenLine(Account account) {
        return "TOKEN=$(curl -s %s -d '%s' | sed -n 's/.*\"access_token\" *: *\"\\([^\"]*\\)\".*/\\1/p')"
                .formatted(urls.token(), account.tokenRequest());
    }
}
