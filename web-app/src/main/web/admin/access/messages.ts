import { catalog } from '../../shared/i18n';

/** What the pages about accesses to patients' data say. */
export const en = {
  access: 'Access log',
  accessOf: (name: string) => `Access log: ${name}`,
  intro: 'Who looked at whose data, who asked and was refused, and who recorded something. What patients see and log themselves is not in it. That you look at this is noted too.',
  day: 'Day (UTC)',
  wholeLog: 'All days of this patient',
  when: 'When',
  who: 'Who',
  what: 'What',
  none: 'Nobody on this day',
  noneHint: 'Choose another day.',
  noneOf: 'Nobody yet',
  noneOfHint: 'As soon as somebody looks at this patient’s data, it is here.',
  more: 'Show more patients',
  older: 'Show older',
  toPatient: 'The patient',
  toDay: 'All patients of a day',
};

export const de: typeof en = {
  access: 'Zugriffe',
  accessOf: (name: string) => `Zugriffe: ${name}`,
  intro: 'Wer wessen Daten angesehen hat, wer abgewiesen wurde und wer etwas eingetragen hat. Was Patientinnen und Patienten selbst sehen und eintragen, steht nicht hier. Dass Sie das ansehen, wird auch notiert.',
  day: 'Tag (UTC)',
  wholeLog: 'Alle Tage dieser Person',
  when: 'Wann',
  who: 'Wer',
  what: 'Was',
  none: 'Niemand an diesem Tag',
  noneHint: 'Wählen Sie einen anderen Tag.',
  noneOf: 'Noch niemand',
  noneOfHint: 'Sobald jemand die Daten dieser Person ansieht, steht es hier.',
  more: 'Weitere Personen zeigen',
  older: 'Ältere zeigen',
  toPatient: 'Zur Person',
  toDay: 'Alle Personen eines Tages',
};

export const words = catalog({ en, de });
