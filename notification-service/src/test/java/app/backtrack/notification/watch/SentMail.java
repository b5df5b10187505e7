package app.backtrack.notification.watch;

import app.backtrack.testkit.backends.BackEnds;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;

/** What the mail server of the test run was sent. */
public final class SentMail {
    private SentMail() {}

    /** The mails to an address. */
    public static List<Map<String, String>> to(String address) {
        List<Map<String, String>> all = RestAssured.get(BackEnds.addresses().mailPage() + "/mail.json")
                .jsonPath()
                .getList("$");
        return all.stream()
                .filter(mail -> mail.getOrDefault("to", "").contains(address))
                .toList();
    }
}
