package app.backtrack.embedded.identity;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page on which somebody logs in: plain HTML that asks no other host for anything. */
final class LoginPage {
    /** Enough to try the patient app with; any other id can be typed. */
    private static final int PATIENTS_SHOWN = 4;

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>Sign in to Backtrack (local)</title>
            <style>
            :root { --ink: #17232b; --soft: #4a5a64; --line: #c9d3d8; --paper: #fff; --ground: #f3f6f5; --strong: #0f5c4d; --on: #fff; --bad: #a1261b }
            @media (prefers-color-scheme: dark) {
              :root { --ink: #e6edf0; --soft: #a9b8bf; --line: #3b4a52; --paper: #1a242a; --ground: #11191e; --strong: #7fd1bd; --on: #0b1f1a; --bad: #ff9d92 }
            }
            body { font: 1rem/1.5 system-ui, sans-serif; background: var(--ground); color: var(--ink); margin: 0; padding: 2rem 1rem }
            main { max-width: 26rem; margin: 0 auto; background: var(--paper); border: 1px solid var(--line); border-radius: 12px; padding: 1.5rem }
            h1 { font-size: 1.4rem; margin: 0 0 .25rem }
            h2 { font-size: 1rem; margin: 1.75rem 0 .5rem }
            label { display: block; margin-top: 1rem }
            input, button { font: inherit; color: inherit; width: 100%%; padding: .6rem .75rem; box-sizing: border-box; border-radius: 8px; border: 1px solid var(--line); background: var(--paper) }
            button { cursor: pointer; text-align: left }
            button.main { margin-top: 1.25rem; background: var(--strong); border-color: var(--strong); color: var(--on); text-align: center; font-weight: 600 }
            :focus-visible { outline: 3px solid var(--strong); outline-offset: 2px }
            ul { list-style: none; margin: 0; padding: 0; display: grid; gap: .5rem }
            small, .note { color: var(--soft); font-size: .875rem }
            small { display: block; overflow-wrap: anywhere }
            .refused { color: var(--bad) }
            </style>
            </head>
            <body>
            <main>
            <h1>Sign in</h1>
            <p class="note">A local system for trying and testing. Everybody's password is <code>demo</code>.</p>
            %s
            <form method="post">
            <label for="username">Account</label>
            <input id="username" name="username" autocomplete="username" required autofocus>
            <label for="password">Password</label>
            <input id="password" name="password" type="password" autocomplete="current-password" required>
            <button class="main" type="submit">Sign in</button>
            </form>
            %s
            </main>
            </body>
            </html>
            """;

    private static final String CHOICE = """
            <li><form method="post"><input type="hidden" name="password" value="%2$s">
            <button name="username" value="%1$s">%1$s <small>%3$s, %4$s</small></button></form></li>
            """;

    private LoginPage() {}

    static String asked(List<Account> users) {
        return PAGE.formatted("", choices(users));
    }

    static String refused(List<Account> users) {
        return PAGE.formatted(
                "<p class=\"refused\" role=\"alert\">No such account, or another password.</p>", choices(users));
    }

    /** One click for each. The values come from the accounts file, which holds plain words only. */
    private static String choices(List<Account> users) {
        Stream<Account> shown = Stream.concat(
                users.stream().filter(user -> user.patientId() == null),
                users.stream().filter(user -> user.patientId() != null).limit(PATIENTS_SHOWN));
        String list = shown.map(user -> CHOICE.formatted(user.name(), user.secret(), user.role(), user.clinicId()))
                .collect(Collectors.joining());
        return list.isEmpty() ? "" : "<h2>Or with one click as</h2>\n<ul>\n" + list + "</ul>";
    }
}
