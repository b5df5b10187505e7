import { catalog } from '../../shared/i18n';

/** What the weekly checklist says. */
export const en = {
  intro: 'Look back on the week, one line at a time. Leave out what you do not know.',
  none: 'There is no checklist while no program is under way.',
  count: 'How often',
  minutes: 'Minutes',
  save: 'Save',
  saidSo: 'Noted for today',
};

export const de = {
  intro: 'Schauen Sie auf die Woche zurück, Zeile für Zeile. Lassen Sie aus, was Sie nicht wissen.',
  none: 'Solange kein Programm läuft, gibt es keine Liste.',
  count: 'Wie oft',
  minutes: 'Minuten',
  save: 'Speichern',
  saidSo: 'Für heute notiert',
};

export const words = catalog({ en, de });
