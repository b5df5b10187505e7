package app.backtrack.notification.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VapidKeysTest {
    /** The pair of RFC 8291 §5, in the form that key tools print. */
    private static final String PUBLIC =
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";

    private static final String PRIVATE = "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94";

    @TempDir
    Path folder;

    @Test
    void without_a_setting_there_is_no_web_push() {
        assertThat(keys(Map.of()).key()).isEmpty();
    }

    @Test
    void a_pair_is_taken_from_the_environment() {
        assertThat(publicKey(Map.of("vapid-public-key", PUBLIC, "vapid-private-key", PRIVATE)))
                .isEqualTo(PUBLIC);
    }

    @Test
    void in_local_mode_a_key_is_made_once_for_its_owner_alone_and_stays() throws Exception {
        Path file = folder.resolve("data/vapid.jwk");
        Map<String, String> local = Map.of("vapid-key-file", file.toString(), "make-key", "true");
        String made = publicKey(local);

        assertThat(publicKey(local)).isEqualTo(made);
        assertThat(publicKey(Map.of("vapid-key-file", file.toString()))).isEqualTo(made);
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void elsewhere_a_key_that_is_missing_stops_the_start() {
        Map<String, String> missing =
                Map.of("vapid-key-file", folder.resolve("none.jwk").toString());

        assertThatThrownBy(() -> keys(missing))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("vapid-key-file");
    }

    @Test
    void what_is_no_pair_stops_the_start() throws Exception {
        Path file = Files.writeString(folder.resolve("x.jwk"), "{\"kty\":\"EC\"}");

        for (Map<String, String> settings : new Map[] {
            Map.of("vapid-public-key", PUBLIC),
            Map.of("vapid-public-key", PUBLIC, "vapid-private-key", "AAAA"),
            Map.of("vapid-public-key", PUBLIC, "vapid-private-key", PRIVATE.replace('q', 'r')),
            Map.of("vapid-public-key", "BCVx", "vapid-private-key", PRIVATE),
            Map.of("vapid-key-file", file.toString())
        }) {
            assertThatThrownBy(() -> keys(settings)).as("%s", settings).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void its_text_hides_it() {
        assertThat(VapidKey.of(PUBLIC, PRIVATE)).hasToString("(VAPID key)");
    }

    private static String publicKey(Map<String, String> settings) {
        return keys(settings).key().orElseThrow().publicKey();
    }

    private static VapidKeys keys(Map<String, String> settings) {
        Map<String, String> named = new HashMap<>();
        settings.forEach((name, value) -> named.put("backtrack.push." + name, value));
        return new VapidKeys(PushConfigs.of(named));
    }
}
