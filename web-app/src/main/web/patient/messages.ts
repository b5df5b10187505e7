import { catalog, plural } from '../shared/i18n';

/** What the patient app says. */
export const en = {
  progress: 'My progress',
  improving: 'Your pain has become clearly less.',
  worsening: 'Your pain has become more. Please talk to your therapist about it.',
  stable: 'Your pain has stayed about the same.',
  changing: 'Your pain is changing, but not by enough yet to say more.',
  tooEarly: (days: number) => `Too early to tell: ${days} more ${plural(days, 'day', 'days', 'en')} with an entry.`,
  unclear: 'The entries go up and down too much to say more yet.',
};

export const de = {
  progress: 'Mein Verlauf',
  improving: 'Ihre Schmerzen sind deutlich weniger geworden.',
  worsening: 'Ihre Schmerzen sind mehr geworden. Bitte sprechen Sie mit Ihrer Therapeutin oder Ihrem Therapeuten darüber.',
  stable: 'Ihre Schmerzen sind etwa gleich geblieben.',
  changing: 'Ihre Schmerzen ändern sich, aber noch nicht genug, um mehr zu sagen.',
  tooEarly: (days: number) => `Noch zu früh: ${days} weitere ${plural(days, 'Tag', 'Tage', 'de')} mit einem Eintrag.`,
  unclear: 'Die Einträge schwanken noch zu sehr, um mehr zu sagen.',
};

export const words = catalog({ en, de });
