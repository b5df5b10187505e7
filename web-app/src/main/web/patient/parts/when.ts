import { now, type When } from '../offline/facts';

/** A moment as `<input type="datetime-local">` has it, by this device's clock. */
export function toLocal(at: Date): string {
  const moved = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return moved.toISOString().slice(0, 16);
}

/** The moment that such a control names; null where it names none. */
export function fromLocal(value: string): When | null {
  const at = new Date(value);
  return value === '' || Number.isNaN(at.getTime()) ? null : now(at);
}
