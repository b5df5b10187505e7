package app.backtrack.embedded.identity;

/** The page on which somebody logs in: plain HTML that asks no other host for anything. */
final class LoginPage {

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Log in to Backtrack (local)</title>
            <style>
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 22rem; margin: 4rem auto; padding: 0 1rem; color: #1c2733 }
            label { display: block; margin-top: 1rem }
            input, button { font: inherit; width: 100%%; padding: .5rem; box-sizing: border-box }
            button { margin-top: 1.5rem; background: #14532d; color: #fff; border: 0; border-radius: .25rem }
            .refused { color: #991b1b }
            .note { color: #4b5563; font-size: .875rem }
            </style>
            </head>
            <body>
            <main>
            <h1>Log in</h1>
            %s
            <form method="post">
            <label for="username">Account</label>
            <input id="username" name="username" autocomplete="username" required autofocus>
            <label for="password">Password</label>
            <input id="password" name="password" type="password" autocomplete="current-password" required>
            <button type="submit">Log in</button>
            </form>
            <p class="note">A local system for trying and testing: its accounts are the ones that ./run prints.</p>
            </main>
            </body>
            </html>
            """;

    private LoginPage() {}

    static String asked() {
        return PAGE.formatted("");
    }

    static String refused() {
        return PAGE.formatted("<p class=\"refused\" role=\"alert\">No such account, or another password.</p>");
    }
}
