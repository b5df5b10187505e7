package app.backtrack.notification.text;

import app.backtrack.notification.Language;
import app.backtrack.notification.NoticeKind;
import app.backtrack.notification.brand.Brand;
import app.backtrack.notification.text.Letter.Link;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Words messages, and the pages that their links lead to without a login. */
@Singleton
public class Texts {
    private final Template text;
    private final Template html;
    private final Template page;
    private final LinkConfig links;

    Texts(
            @Location("notice/message.txt") Template text,
            @Location("notice/message.html") Template html,
            @Location("notice/page.html") Template page,
            LinkConfig links) {
        this.text = text;
        this.html = html;
        this.page = page;
        this.links = links;
    }

    /**
     * Words a message.
     *
     * @param stop where a click ends such mails; null where there is no such place
     */
    public Words words(Occasion occasion, Language language, Brand brand, @Nullable URI stop) {
        NoticeMessages messages = in(language);
        Phrase phrase = phrase(messages, occasion);
        Letter letter = new Letter(
                language.wireName(),
                phrase.subject(),
                phrase.lead(),
                links(messages, occasion),
                notes(messages, occasion, brand),
                stop == null ? null : new Link(messages.stop(name(messages, occasion.kind())), stop),
                brand);
        return new Words(
                phrase.subject(),
                letter.links().getFirst().url(),
                text.data("letter", letter).render(),
                html.data("letter", letter).render());
    }

    /** What a message of a kind says in a few words. */
    public String title(NoticeKind kind, Language language) {
        return phrase(in(language), new Occasion(kind, false, List.of())).subject();
    }

    /** What a message of a kind says at length. */
    public String lead(NoticeKind kind, Language language) {
        return phrase(in(language), new Occasion(kind, false, List.of())).lead();
    }

    /** Words a mail with the code that shows that an address is the patient's own. */
    public Words code(String code, Language language, Brand brand) {
        NoticeMessages messages = in(language);
        List<String> notes = brand.contact() == null
                ? List.of(messages.codeUnwanted())
                : List.of(brand.contact(), messages.codeUnwanted());
        Letter letter = new Letter(
                language.wireName(), messages.codeSubject(), messages.codeLead(code), List.of(), notes, null, brand);
        return new Words(
                letter.subject(),
                links.patientApp(),
                text.data("letter", letter).render(),
                html.data("letter", letter).render());
    }

    /** The page that asks whether somebody wants no more mails of a kind; its button sends the form to itself. */
    public String asking(NoticeKind kind, Language language, Brand brand) {
        NoticeMessages messages = in(language);
        String question = messages.stopAsk(name(messages, kind));
        return page(language, brand, messages.stopTitle(), question, messages.stopButton());
    }

    /** The page that says that it is done. */
    public String stopped(NoticeKind kind, Language language, Brand brand) {
        NoticeMessages messages = in(language);
        return page(language, brand, messages.stoppedTitle(), messages.stopped(name(messages, kind)), null);
    }

    /** The page that says that a link is none of ours. */
    public String broken(Language language) {
        NoticeMessages messages = in(language);
        return page(language, Brand.SHIPPED, messages.brokenTitle(), messages.broken(), null);
    }

    private String page(Language language, Brand brand, String title, String words, @Nullable String button) {
        return page.data("language", language.wireName())
                .data("brand", brand)
                .data("title", title)
                .data("words", words)
                .data("button", button)
                .render();
    }

    private List<Link> links(NoticeMessages messages, Occasion occasion) {
        List<String> entries = occasion.entries();
        if (entries.isEmpty()) {
            return List.of(new Link(messages.openPlan(), links.patientApp()));
        }
        return IntStream.range(0, entries.size())
                .mapToObj(i -> new Link(
                        entries.size() == 1 ? messages.open() : messages.openNumber(i + 1),
                        links.inbox().resolve(entries.get(i))))
                .toList();
    }

    private static List<String> notes(NoticeMessages messages, Occasion occasion, Brand brand) {
        List<String> notes = new ArrayList<>();
        if (brand.contact() != null) {
            notes.add(brand.contact());
        }
        notes.add(messages.discreet());
        if (brand.replyTo() == null) {
            notes.add(messages.unread());
        }
        if (occasion.entries().isEmpty()) {
            notes.add(messages.emergency());
        }
        return notes;
    }

    private record Phrase(String subject, String lead) {}

    private static Phrase phrase(NoticeMessages messages, Occasion occasion) {
        int count = occasion.entries().size();
        if (occasion.digest()) {
            return new Phrase(messages.digestSubject(count), messages.digestLead());
        }
        return switch (occasion.kind()) {
            case RED_FLAG -> new Phrase(messages.redFlagSubject(), messages.redFlagLead());
            case ALERT ->
                new Phrase(count == 1 ? messages.alertSubject() : messages.alertsSubject(count), messages.alertLead());
            case SESSION_DUE -> new Phrase(messages.sessionDueSubject(), messages.sessionDueLead());
            case POSTURE_RESET -> new Phrase(messages.postureResetSubject(), messages.postureResetLead());
            case WEEKLY_CHECKLIST -> new Phrase(messages.weeklyChecklistSubject(), messages.weeklyChecklistLead());
            case NOTHING_LOGGED -> new Phrase(messages.nothingLoggedSubject(), messages.nothingLoggedLead());
            case MILESTONE -> new Phrase(messages.milestoneSubject(), messages.milestoneLead());
        };
    }

    private static String name(NoticeMessages messages, NoticeKind kind) {
        return switch (kind) {
            case RED_FLAG -> messages.redFlagName();
            case ALERT -> messages.alertName();
            case SESSION_DUE -> messages.sessionDueName();
            case POSTURE_RESET -> messages.postureResetName();
            case WEEKLY_CHECKLIST -> messages.weeklyChecklistName();
            case NOTHING_LOGGED -> messages.nothingLoggedName();
            case MILESTONE -> messages.milestoneName();
        };
    }

    private static NoticeMessages in(Language language) {
        Locale locale = language.locale();
        return locale.equals(Language.ENGLISH.locale())
                ? MessageBundles.get(NoticeMessages.class)
                : MessageBundles.get(NoticeMessages.class, Localized.Literal.of(locale.toLanguageTag()));
    }
}
