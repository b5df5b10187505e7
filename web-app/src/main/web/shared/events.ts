/** Kinds of events, by their names without version, as people call them. */
export const EVENTS_EN: Readonly<Record<string, string>> = {
  'pain-score-recorded': 'Pain score', 'session-logged': 'Exercise session', 'flare-declared': 'Flare', 'red-flag-screened': 'Red-flag check',
  'questionnaire-answered': 'Questionnaire', 'habit-checked-in': 'Habits', 'self-check-recorded': 'Self-check', 'care-time-logged': 'Care time',
  'patient-enrolled': 'Enrolled', 'patient-discharged': 'Discharged', 'program-prescribed': 'Program prescribed', 'program-revised': 'Program revised',
  'program-paused': 'Program paused', 'program-resumed': 'Program resumed', 'program-completed': 'Program completed', 'program-stopped': 'Program stopped',
  'therapists-assigned': 'Therapists assigned', 'alert-acknowledged': 'Alert acknowledged', 'alert-closed': 'Alert closed', 'alert-snoozed': 'Alert put off',
  'alert-assigned': 'Alert handed over', 'red-flag-closed': 'Red flag closed', 'notification-sent': 'Message sent', 'notification-failed': 'Message not sent',
  'patient-goals-set': 'Goals set', 'patient-time-zone-changed': 'Time zone changed', 'contraindication-overridden': 'Caution set aside',
  'consent-given': 'Consent given', 'consent-withdrawn': 'Consent withdrawn', 'patient-erased': 'Erasure',
  'pain-score-retracted': 'Pain score', 'session-retracted': 'Exercise session', 'flare-retracted': 'Flare', 'red-flag-screen-retracted': 'Red-flag check',
  'questionnaire-retracted': 'Questionnaire', 'habit-check-in-retracted': 'Habits', 'self-check-retracted': 'Self-check', 'care-time-retracted': 'Care time',
};

/** The same in German. */
export const EVENTS_DE: Readonly<Record<string, string>> = {
  'pain-score-recorded': 'Schmerzwert', 'session-logged': 'Übungseinheit', 'flare-declared': 'Schub', 'red-flag-screened': 'Prüfung auf Warnzeichen',
  'questionnaire-answered': 'Fragebogen', 'habit-checked-in': 'Gewohnheiten', 'self-check-recorded': 'Selbsttest', 'care-time-logged': 'Behandlungszeit',
  'patient-enrolled': 'Aufgenommen', 'patient-discharged': 'Entlassen', 'program-prescribed': 'Programm verordnet', 'program-revised': 'Programm geändert',
  'program-paused': 'Programm pausiert', 'program-resumed': 'Programm fortgesetzt', 'program-completed': 'Programm abgeschlossen', 'program-stopped': 'Programm beendet',
  'therapists-assigned': 'Zuständigkeit geändert', 'alert-acknowledged': 'Hinweis übernommen', 'alert-closed': 'Hinweis geschlossen', 'alert-snoozed': 'Hinweis aufgeschoben',
  'alert-assigned': 'Hinweis übergeben', 'red-flag-closed': 'Warnzeichen abgeschlossen', 'notification-sent': 'Nachricht verschickt',
  'notification-failed': 'Nachricht nicht verschickt', 'patient-goals-set': 'Ziele gesetzt', 'patient-time-zone-changed': 'Zeitzone geändert',
  'contraindication-overridden': 'Vorsichtshinweis übergangen', 'consent-given': 'Einwilligung gegeben', 'consent-withdrawn': 'Einwilligung widerrufen',
  'patient-erased': 'Löschung',
  'pain-score-retracted': 'Schmerzwert', 'session-retracted': 'Übungseinheit', 'flare-retracted': 'Schub',
  'red-flag-screen-retracted': 'Prüfung auf Warnzeichen', 'questionnaire-retracted': 'Fragebogen', 'habit-check-in-retracted': 'Gewohnheiten',
  'self-check-retracted': 'Selbsttest', 'care-time-retracted': 'Behandlungszeit',
};
