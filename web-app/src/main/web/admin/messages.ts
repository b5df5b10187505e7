import { catalog } from '../shared/i18n';

/** What the pages of a clinic's administration say. */
export const en = {
  settings: 'Clinic settings',
  setting: 'Setting',
  value: 'Value',
  range: 'Range',
};

export const de = {
  settings: 'Einstellungen der Praxis',
  setting: 'Einstellung',
  value: 'Wert',
  range: 'Bereich',
};

export const words = catalog({ en, de });
