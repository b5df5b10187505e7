package app.backtrack.program.template;

import app.backtrack.events.ClinicId;
import app.backtrack.program.own.OwnRegister;
import app.backtrack.program.own.OwnRegister.Author;
import app.backtrack.program.own.Versioned;
import app.backtrack.program.own.VersionedStore;
import app.backtrack.program.own.Written;
import app.backtrack.runtime.store.Documents;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The templates as a clinic has them: ours and its own. Where both have an id, which only a later release of ours can
 * bring about, the clinic's stands.
 */
@Singleton
public final class ClinicTemplates {
    private final Templates ours;
    private final VersionedStore<Template> own;
    private final OwnRegister<Template> register;

    ClinicTemplates(Templates ours, Documents documents) {
        this.ours = ours;
        this.own = new VersionedStore<>(documents, "templates", Template.class);
        this.register = new OwnRegister<>(own);
    }

    /** Finds one in its current version. */
    public Optional<Template> find(ClinicId clinic, String id) {
        return own.find(clinic, id).map(Versioned::content).or(() -> ours.find(id));
    }

    /** Shows one in its current version. */
    Optional<TemplateAnswer> show(ClinicId clinic, String id) {
        return own.find(clinic, id)
                .map(TemplateAnswer::own)
                .or(() -> ours.find(id).map(TemplateAnswer::ours));
    }

    /** Shows one in a past or its current version. */
    Optional<TemplateAnswer> show(ClinicId clinic, String id, int number) {
        return own.find(clinic, id, number)
                .map(TemplateAnswer::own)
                .or(() -> number == Templates.VERSION ? ours.find(id).map(TemplateAnswer::ours) : Optional.empty());
    }

    /** Shows all, ours first. */
    List<TemplateAnswer> list(ClinicId clinic) {
        List<Versioned<Template>> written = own.list(clinic, 2 * OwnRegister.MAX_PER_CLINIC);
        Set<String> taken = written.stream().map(Versioned::id).collect(Collectors.toSet());
        Stream<TemplateAnswer> builtIn = ours.all().stream()
                .filter(template -> !taken.contains(template.id()))
                .map(TemplateAnswer::ours);
        return Stream.concat(builtIn, written.stream().map(TemplateAnswer::own)).toList();
    }

    /** Whether the id is one of ours. */
    boolean isOurs(String id) {
        return ours.find(id).isPresent();
    }

    /** Writes one of the clinic's own. */
    Written<Template> write(Author author, Template template, @Nullable Integer expected) {
        return register.write(author, template.id(), template, expected);
    }
}
