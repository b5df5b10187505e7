type Terms = Readonly<Record<string, string>>;

/** Words for wire names; one that is newer than this page is shown as it is. */
export function term(terms: Terms): (id: string) => string {
  return (id) => terms[id] ?? id.replaceAll('-', ' ');
}

export const en = {
  severity: term({ info: 'for information' }),
  verdict: term({ improving: 'less pain', worsening: 'more pain', stable: 'about the same', uncertain: 'too early to tell' }),
  rule: term({
    'red-flag': 'red flag reported', 'trend-worsening': 'pain is getting worse', 'trend-improving': 'clear improvement',
    flare: 'flare declared', silence: 'nothing heard for days', 'long-silence': 'nothing heard for weeks',
    'adherence-lapse': 'exercises not logged while pain rises', 'review-due': 'review is due',
    'no-meaningful-change': 'no meaningful change at the review', 'asymmetry-changed': 'difference between the sides has changed',
  }),
  programIs: term({ active: 'program under way', paused: 'program paused', completed: 'program completed', stopped: 'program stopped' }),
  roleOf: term({ 'clinic-admin': 'administration' }),
  context: term({
    'average-24h': 'average of the day', 'worst-24h': 'worst of the day', now: 'at the moment', 'before-session': 'before exercising',
    'during-exercise': 'during exercises', 'after-session': 'after exercising',
  }),
  mark: term({ program: 'Program change', flare: 'Flare', spike: 'Pain spike', 'red-flag': 'Red flag' }),
  decision: term({
    prescribed: 'Program prescribed', revised: 'Program revised', paused: 'Program paused', resumed: 'Program resumed',
    completed: 'Program completed', stopped: 'Program stopped', 'contraindication-overridden': 'Contraindication overridden',
  }),
  state: term({ 'no-data': 'no data' }),
  side: term({ left: 'left', right: 'right', both: 'both sides' }),
  measure: term({ reps: 'repetitions', 'hold-seconds': 'seconds held', 'rep-grams': 'load × repetitions' }),
  sideFinding: term({ likely: 'difference likely', unclear: 'no clear difference', 'too-few': 'too few sessions' }),
  change: term({}),
  alertState: term({}),
  closing: term({
    'contacted-patient': 'Patient contacted', 'changed-program': 'Program changed', referred: 'Referred', watching: 'Watching',
    'already-known': 'Already known', 'not-relevant': 'Not relevant',
  }),
  number: term({
    baseline: 'Baseline', current: 'Now', meaningfulChange: 'Meaningful change', programChange: 'Change since the baseline',
    programChangePercent: 'Change in percent', scoredDays: 'Days with a score', week: 'Program week', median: 'Median before', pain: 'Pain',
  }),
  action: term({ pause: 'Pause', resume: 'Resume', complete: 'Complete', stop: 'Stop' }),
  sidesRule: term({ 'two-sided': '', each: 'each side', 'weaker-first': 'weaker side first' }),
  changeKind: term({}),
  member: term({
    weeks: 'weeks', sets: 'sets', reps: 'repetitions', holdSeconds: 'seconds held', restSeconds: 'seconds of rest', loadGrams: 'load',
    tempo: 'tempo', sides: 'sides', frequency: 'how often', targetDate: 'target date', instructions: 'instructions',
  }),
  measured: term({ sets: 'Sets', reps: 'Repetitions', holdSeconds: 'Seconds held' }),
};

export const de: typeof en = {
  severity: term({ critical: 'kritisch', high: 'hoch', medium: 'mittel', low: 'niedrig', info: 'zur Kenntnis' }),
  verdict: term({ improving: 'weniger Schmerz', worsening: 'mehr Schmerz', changing: 'in Bewegung', stable: 'etwa gleich', uncertain: 'noch unklar' }),
  rule: term({
    'red-flag': 'Warnzeichen gemeldet', 'trend-worsening': 'Schmerz nimmt zu', 'trend-improving': 'deutliche Besserung',
    'pain-spike': 'Schmerzspitze', flare: 'Schub gemeldet', silence: 'seit Tagen nichts gehört', 'long-silence': 'seit Wochen nichts gehört',
    'adherence-lapse': 'Übungen nicht eingetragen, Schmerz steigt', 'review-due': 'Zwischenbilanz fällig',
    'no-meaningful-change': 'keine bedeutsame Änderung bei der Zwischenbilanz', 'asymmetry-changed': 'Seitenunterschied hat sich geändert',
  }),
  programIs: term({ active: 'Programm läuft', paused: 'Programm pausiert', completed: 'Programm abgeschlossen', stopped: 'Programm beendet' }),
  roleOf: term({ therapist: 'Therapie', 'clinic-admin': 'Verwaltung', patient: 'Patient:in' }),
  context: term({
    'average-24h': 'Tagesmittel', 'worst-24h': 'stärkster des Tages', now: 'im Augenblick', 'before-session': 'vor dem Üben',
    'during-exercise': 'beim Üben', 'after-session': 'nach dem Üben',
  }),
  mark: term({ program: 'Programmänderung', flare: 'Schub', spike: 'Schmerzspitze', 'red-flag': 'Warnzeichen' }),
  decision: term({
    prescribed: 'Programm verordnet', revised: 'Programm geändert', paused: 'Programm pausiert', resumed: 'Programm fortgesetzt',
    completed: 'Programm abgeschlossen', stopped: 'Programm beendet', 'contraindication-overridden': 'Gegenanzeige übergangen',
  }),
  state: term({ done: 'erledigt', skipped: 'ausgelassen', 'no-data': 'nicht bekannt' }),
  side: term({ left: 'links', right: 'rechts', both: 'beide Seiten' }),
  measure: term({ reps: 'Wiederholungen', 'hold-seconds': 'Sekunden gehalten', 'rep-grams': 'Last × Wiederholungen' }),
  sideFinding: term({ likely: 'Unterschied wahrscheinlich', unclear: 'kein klarer Unterschied', 'too-few': 'zu wenige Einheiten' }),
  change: term({ corrected: 'berichtigt', retracted: 'zurückgenommen', restored: 'wiederhergestellt' }),
  alertState: term({ open: 'offen', acknowledged: 'übernommen', snoozed: 'aufgeschoben', closed: 'geschlossen' }),
  closing: term({
    'contacted-patient': 'Mit der Person gesprochen', 'changed-program': 'Programm geändert', referred: 'Überwiesen', watching: 'Wird beobachtet',
    'already-known': 'Schon bekannt', 'not-relevant': 'Ohne Bedeutung',
  }),
  number: term({
    baseline: 'Ausgangswert', current: 'Jetzt', meaningfulChange: 'Bedeutsame Änderung', programChange: 'Änderung seit Beginn',
    programChangePercent: 'Änderung in Prozent', scoredDays: 'Tage mit Wert', week: 'Programmwoche', median: 'Median davor', pain: 'Schmerz',
  }),
  action: term({ pause: 'Pausieren', resume: 'Fortsetzen', complete: 'Abschließen', stop: 'Beenden' }),
  sidesRule: term({ 'two-sided': '', left: 'links', right: 'rechts', each: 'je Seite', 'weaker-first': 'schwächere Seite zuerst' }),
  changeKind: term({ added: 'neu', removed: 'entfernt', changed: 'geändert' }),
  member: term({
    weeks: 'Wochen', sets: 'Sätze', reps: 'Wiederholungen', holdSeconds: 'Sekunden gehalten', restSeconds: 'Sekunden Pause', loadGrams: 'Last',
    tempo: 'Tempo', sides: 'Seiten', frequency: 'wie oft', targetDate: 'Zieltermin', instructions: 'Hinweise',
  }),
  measured: term({ sets: 'Sätze', reps: 'Wiederholungen', holdSeconds: 'Sekunden gehalten' }),
};
