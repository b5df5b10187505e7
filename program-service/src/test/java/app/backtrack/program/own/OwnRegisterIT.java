package app.backtrack.program.own;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.Actor;
import app.backtrack.events.ClinicId;
import app.backtrack.events.Role;
import app.backtrack.program.own.OwnRegister.Author;
import app.backtrack.runtime.store.Documents;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.testkit.quarkus.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class OwnRegisterIT {
    private static final Actor THEA = new Actor(Role.THERAPIST, "thea.harbour");
    private static final Instant AT = Instant.parse("2026-11-20T18:30:00.123Z");

    private final ClinicId clinic = new ClinicId(Tokens.newClinic());

    @Inject
    Documents documents;

    private VersionedStore<Note> store;
    private OwnRegister<Note> register;

    @BeforeEach
    void open() {
        store = new VersionedStore<>(documents, "own-register-tests", Note.class);
        register = new OwnRegister<>(store);
    }

    @Test
    void every_version_stays_with_its_author_and_time() {
        write("first", null);
        Versioned<Note> second = new Versioned<>("note", 2, new Note("second", null), AT, THEA);

        assertThat(write("second", 1)).isEqualTo(new Written.Changed<>(second));
        assertThat(store.find(clinic, "note")).contains(second);
        assertThat(store.find(clinic, "note", 1))
                .contains(new Versioned<>("note", 1, new Note("first", null), AT, THEA));
        assertThat(store.find(clinic, "note", 3)).isEmpty();
        assertThat(store.findAll(clinic, List.of("note", "other"))).containsExactly(second);
        assertThat(store.findAll(clinic, List.of())).isEmpty();
    }

    @Test
    void a_clinic_finds_only_its_own() {
        write("first", null);
        ClinicId neighbour = new ClinicId(clinic + "0");

        assertThat(store.find(neighbour, "note")).isEqualTo(Optional.empty());
        assertThat(store.list(neighbour, 10)).isEmpty();
        assertThat(store.list(clinic, 10)).hasSize(1);
    }

    @Test
    void versions_end_before_the_document_grows_too_long() {
        write("1", null);
        for (int version = 2; version <= OwnRegister.MAX_VERSIONS; version++) {
            write(Integer.toString(version), version - 1);
        }

        assertThat(write("one more", OwnRegister.MAX_VERSIONS))
                .isEqualTo(new Written.TooManyVersions<Note>(OwnRegister.MAX_VERSIONS));
        assertThat(store.find(clinic, "note"))
                .get()
                .extracting(Versioned::number)
                .isEqualTo(OwnRegister.MAX_VERSIONS);
    }

    @Test
    void a_clinic_has_only_so_many() {
        for (int i = 0; i < OwnRegister.MAX_PER_CLINIC; i++) {
            store.begin(clinic, "n-" + i, new Note("n", null), THEA, AT);
        }

        assertThat(write("one more", null)).isEqualTo(new Written.Full<Note>(OwnRegister.MAX_PER_CLINIC));
        assertThat(store.find(clinic, "note")).isEmpty();
    }

    private Written<Note> write(String text, @Nullable Integer expected) {
        return register.write(new Author(clinic, THEA, AT), "note", new Note(text, null), expected);
    }

    /** Something to write. */
    record Note(String text, @Nullable Integer more) {}
}
