import { catalog, plural } from '../../shared/i18n';
import { term } from '../common/term';

/** What the page of outcomes says. */
export const en = {
  outcomes: 'Outcomes',
  print: 'Print',
  from: 'Programs that start from',
  through: 'To',
  atMost: 'At most two years',
  show: 'Show',
  nobody: 'No program starts in this span',
  nobodyHint: 'Choose other dates. A patient counts from the first program that starts between them.',
  counted: (n: number) => `${n} ${plural(n, 'patient', 'patients', 'en')}, each with the first program that starts in the span.`,
  week: 'Week',
  measured: 'Known',
  ofDue: (measured: number, due: number) => `${measured} of ${due}`,
  level: term({ meaningful: 'Meaningfully less pain', moderate: 'At least 30% less', substantial: 'At least 50% less' }),
  reason: term({ notReached: 'Week not over', thinData: 'Too few scores', droppedOut: 'Ended early', finished: 'Finished before' }),
  byWeek: (week: number) => `By the end of week ${week}`,
  nothingMeasured: 'Nothing is known yet.',
  ofMeasured: (n: number) => `Shares of the ${n} ${plural(n, 'patient', 'patients', 'en')} whose outcome is known, with 95% intervals (Wilson).`,
  worstCase: (share: string, due: number) => `If none of the missing had got there, it would be ${share} of ${due} for meaningfully less pain.`,
  unknown: 'Not known, and why',
  interval: (share: string, lower: string, upper: string) => `${share} (${lower} to ${upper})`,
  caution: 'These are numbers of one clinic’s patients without a comparison. They say how your patients fared, not that the program did it, and compare no treatments or therapists.',
};

export const de: typeof en = {
  outcomes: 'Ergebnisse',
  print: 'Drucken',
  from: 'Programme, die beginnen ab',
  through: 'Bis',
  atMost: 'Höchstens zwei Jahre',
  show: 'Zeigen',
  nobody: 'In diesem Zeitraum beginnt kein Programm',
  nobodyHint: 'Wählen Sie andere Daten. Es zählt je Person das erste Programm, das dazwischen beginnt.',
  counted: (n: number) => `${n} ${plural(n, 'Person', 'Personen', 'de')}, je mit dem ersten Programm, das im Zeitraum beginnt.`,
  week: 'Woche',
  measured: 'Bekannt',
  ofDue: (measured: number, due: number) => `${measured} von ${due}`,
  level: term({ meaningful: 'Bedeutsam weniger Schmerz', moderate: 'Mindestens 30 % weniger', substantial: 'Mindestens 50 % weniger' }),
  reason: term({ notReached: 'Woche nicht vorbei', thinData: 'Zu wenige Werte', droppedOut: 'Vorher beendet', finished: 'Vorher abgeschlossen' }),
  byWeek: (week: number) => `Am Ende von Woche ${week}`,
  nothingMeasured: 'Noch ist nichts bekannt.',
  ofMeasured: (n: number) => `Anteile der ${n} ${plural(n, 'Person', 'Personen', 'de')}, deren Ergebnis bekannt ist, mit 95-%-Intervallen (Wilson).`,
  worstCase: (share: string, due: number) => `Wäre niemand der Fehlenden so weit gekommen, wären es ${share} von ${due} mit bedeutsam weniger Schmerz.`,
  unknown: 'Nicht bekannt, und warum',
  interval: (share: string, lower: string, upper: string) => `${share} (${lower} bis ${upper})`,
  caution: 'Das sind Zahlen der Patienten einer Praxis ohne Vergleich. Sie sagen, wie es Ihren Patienten ging, nicht, dass es am Programm lag, und vergleichen weder Behandlungen noch Personen.',
};

export const words = catalog({ en, de });
