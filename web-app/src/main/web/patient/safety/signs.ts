/** Point to cauda equina compression: an emergency. */
export const URGENT_SIGNS: readonly string[] = [
  'bladder-or-bowel-change', 'saddle-numbness', 'weakness-in-both-legs', 'sexual-dysfunction', 'sciatica-in-both-legs'];
export const OTHER_SIGNS: readonly string[] = [
  'trauma-with-fracture-risk', 'fever-or-feeling-ill', 'cancer-history-with-weight-loss', 'constant-night-pain'];

export type Advice = 'emergency' | 'doctor' | null;

/** What to advise for what was marked; one urgent sign is enough. */
export function adviceFor(positive: readonly string[]): Advice {
  return positive.some((sign) => URGENT_SIGNS.includes(sign)) ? 'emergency' : positive.length > 0 ? 'doctor' : null;
}
