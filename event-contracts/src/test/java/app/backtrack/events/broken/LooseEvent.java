package app.backtrack.events.broken;

/** Stands for the sealed hierarchy of events, which lets no class of a test in. */
public interface LooseEvent {}
