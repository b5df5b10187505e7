import assert from 'node:assert/strict';
import * as access from '../../main/web/admin/access/messages';
import * as admin from '../../main/web/admin/messages';
import * as brand from '../../main/web/admin/brand/messages';
import * as clients from '../../main/web/admin/clients/messages';
import * as clinicians from '../../main/web/admin/clinicians/messages';
import * as outcomes from '../../main/web/admin/outcomes/messages';
import * as patients from '../../main/web/admin/patients/messages';
import * as reports from '../../main/web/admin/reports/messages';
import * as rules from '../../main/web/admin/rules/messages';
import * as templates from '../../main/web/admin/templates/messages';
import * as webhooks from '../../main/web/admin/webhooks/messages';
import * as entries from '../../main/web/patient/entries/messages';
import * as habits from '../../main/web/patient/habits/messages';
import * as patient from '../../main/web/patient/messages';
import * as progress from '../../main/web/patient/progress/messages';
import * as safety from '../../main/web/patient/safety/messages';
import * as session from '../../main/web/patient/session/messages';
import * as settings from '../../main/web/patient/settings/messages';
import * as shared from '../../main/web/shared/messages';
import * as therapist from '../../main/web/therapist/messages';

const ROOMS = {
  access, admin, brand, clients, clinicians, outcomes, patients, reports, rules, templates, webhooks,
  entries, habits, patient, progress, safety, session, settings,
  shared, therapist,
};

for (const [room, { en, de }] of Object.entries(ROOMS)) {
  Deno.test(`${room}: every message is there in both languages, and empty in none`, () => {
    assert.deepEqual(Object.keys(de).sort(), Object.keys(en).sort());
    for (const catalog of [en, de]) {
      for (const [key, message] of Object.entries(catalog)) {
        assert.ok(typeof message === 'function' || message.trim() !== '', key);
      }
    }
  });

  Deno.test(`${room}: a message takes the same values in both languages`, () => {
    for (const [key, message] of Object.entries(en)) {
      const translated = (de as Record<string, unknown>)[key];
      assert.equal(typeof translated, typeof message, key);
      assert.equal((translated as { length?: number }).length !== undefined && typeof message === 'function'
        ? (translated as () => string).length : 0, typeof message === 'function' ? message.length : 0, key);
    }
  });
}
