package app.backtrack.testkit.rules.broken.one;

final class EverythingManager {}
