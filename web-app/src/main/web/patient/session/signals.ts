const KEPT = 'backtrack.sound';

let context: AudioContext | undefined;

export function isSoundOn(): boolean {
  return localStorage.getItem(KEPT) !== 'off';
}

export function chooseSound(on: boolean): void {
  localStorage.setItem(KEPT, on ? 'on' : 'off');
}

/** A short tone and a short buzz, where the device has them and the patient wants them. */
export function signal(kind: 'start' | 'end' | null): void {
  if (kind === null || !isSoundOn()) {
    return;
  }
  navigator.vibrate?.(kind === 'start' ? 120 : [160, 90, 160]);
  try {
    context ??= new AudioContext();
    void context.resume();
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.frequency.value = kind === 'start' ? 660 : 880;
    volume.gain.setValueAtTime(0.15, context.currentTime);
    volume.gain.exponentialRampToValueAtTime(0.001, context.currentTime + 0.5);
    tone.connect(volume).connect(context.destination);
    tone.start();
    tone.stop(context.currentTime + 0.5);
  } catch {
    // A device without sound is told by what the page shows.
  }
}

/** Keeps the screen on while a page is shown, where the browser can. The answer ends it. */
export function keepAwake(): () => void {
  let lock: WakeLockSentinel | undefined;
  let ended = false;
  const take = async () => {
    try {
      if (!ended && document.visibilityState === 'visible') {
        lock = await navigator.wakeLock?.request('screen');
      }
    } catch {
      // A low battery may forbid it.
    }
  };
  const again = () => void take();
  document.addEventListener('visibilitychange', again);
  void take();
  return () => {
    ended = true;
    document.removeEventListener('visibilitychange', again);
    void lock?.release();
  };
}
