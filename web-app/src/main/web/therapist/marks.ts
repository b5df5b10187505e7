import { get } from '../shared/api';
import { timeText } from '../shared/i18n';
import { words } from './messages';
import { type Mark, type Progress, readOr404 } from './progress';

interface Facts {
  readonly facts: readonly { readonly counts: boolean; readonly revisions: readonly { readonly localDate: string }[] }[];
}

interface History {
  readonly versions: readonly { readonly version: number; readonly decision: string; readonly effectiveFrom: string; readonly decidedAt: string }[];
}

/** An insight, whether an alert tells of it or it was old news when it was found; those of before are withdrawn. */
interface Insight {
  readonly rule: string;
  readonly since: string;
  readonly withdrawnAt?: string;
}

/** What happened besides pain: changes of the program, flares, spikes, red flags. In the order of their dates. */
export async function marksOf(patientId: string, progress: Progress, asOf: string | null): Promise<readonly Mark[]> {
  const patient = `/v1/patients/${patientId}`;
  const known = asOf === null ? '' : `asOf=${encodeURIComponent(asOf)}`;
  const [history, flares, insights] = await Promise.all([
    progress.program === null ? null : readOr404<History>('program', `${patient}/programs/${progress.program.programId}/history`),
    get<Facts>('tracking', `${patient}/events?kind=flare&from=${progress.from}&through=${progress.until}&${known}`),
    get<readonly Insight[]>('tracking', `${patient}/insights?${known}`),
  ]);
  const program = (history?.versions ?? [])
    .filter((version) => asOf === null || version.decidedAt <= asOf)
    .map((version): Mark => ({ date: version.effectiveFrom, kind: 'program', text: words.decision(version.decision) }));
  const flare = flares.facts.filter((fact) => fact.counts)
    .map((fact): Mark => ({ date: fact.revisions.at(-1)!.localDate, kind: 'flare', text: words.mark('flare') }));
  const spike = insights.filter((insight) => insight.rule === 'pain-spike')
    .map(({ since, withdrawnAt }): Mark => ({
      date: since, kind: 'spike', text: withdrawnAt === undefined ? words.mark('spike') : words.spikeUntil(timeText(withdrawnAt)),
    }));
  const redFlag = progress.days.filter((day) => day.redFlags.length > 0)
    .map((day): Mark => ({ date: day.date, kind: 'red-flag', text: words.mark('red-flag') }));
  return [...program, ...flare, ...spike, ...redFlag]
    .filter((mark) => mark.date >= progress.from && mark.date <= progress.until)
    .sort((a, b) => a.date.localeCompare(b.date));
}
