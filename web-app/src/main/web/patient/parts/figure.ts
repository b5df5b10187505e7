import type { BodySide, BodySite } from '../offline/facts';

/** A part of a figure: where it is, in the patient's own left and right, and its outline in a box of 100 by 220. */
export interface Region {
  readonly site: BodySite;
  readonly side: BodySide;
  readonly path: string;
}

export type View = 'front' | 'back';

interface Half {
  readonly site: BodySite;
  readonly path: string;
}

/** On the viewer's left half; the other half is its mirror image. Round outlines, drawn from the head down. */
const LIMBS: readonly Half[] = [
  { site: 'shoulder', path: 'M40 34 q-16 0 -18 14 l14 4 q4 -8 4 -18z' },
  { site: 'arm', path: 'M21.5 49 l13.5 4 q-3 20 -8 36 q-2 12 -6 22 q-6 2 -8 -2 q0 -12 3 -24 q1 -20 5.5 -36z' },
  { site: 'thigh', path: 'M33 112 h16 v34 h-14 q-3 -16 -2 -34z' },
  { site: 'knee', path: 'M35 147 h14 v14 h-13 q-1 -7 -1 -14z' },
  { site: 'lower-leg', path: 'M36 162 h12.5 q0 20 -2.5 40 h-7.5 q-4 -20 -2.5 -40z' },
  { site: 'foot', path: 'M38 203 h8.5 q1 9 -1 13 h-11 q-2 -3 3.5 -13z' },
];

const FRONT: readonly Half[] = [{ site: 'hip', path: 'M35 91 h9 l4 20 h-15 q0 -12 2 -20z' }];
const BACK: readonly Half[] = [
  { site: 'upper-back', path: 'M41 37 h4 v28 h-9 q-1 -6 1 -12z' },
  { site: 'lower-back', path: 'M36 66 h9 v23 h-10 q2 -12 1 -23z' },
  { site: 'buttock', path: 'M35 90 h14 v21 h-16 q0 -12 2 -21z' },
];

const CENTRE: Readonly<Record<View, readonly Half[]>> = {
  front: [
    { site: 'neck', path: 'M46 25 h8 v8 h-8z' },
    { site: 'pelvis', path: 'M45 91 h10 l-3.5 20 h-3z' },
  ],
  back: [
    { site: 'neck', path: 'M46 25 h8 v8 h-8z' },
    { site: 'upper-back', path: 'M46 37 h8 v28 h-8z' },
    { site: 'lower-back', path: 'M46 66 h8 v23 h-8z' },
  ],
};

/** Where nothing can be chosen: head, and the trunk from the front. */
export const SILHOUETTE: Readonly<Record<View, string>> = {
  front: 'M50 3 a10 11 0 1 0 .01 0z M41 36 h18 q4 10 5 17 q-1 20 0 36 h-28 q1 -16 0 -36 q1 -8 5 -17z',
  back: 'M50 3 a10 11 0 1 0 .01 0z',
};

/** Seen from behind, left is on the left. */
export function regions(view: View): readonly Region[] {
  const halves = [...(view === 'front' ? FRONT : BACK), ...LIMBS];
  const near: BodySide = view === 'front' ? 'right' : 'left';
  const far: BodySide = view === 'front' ? 'left' : 'right';
  return [
    ...CENTRE[view].map(({ site, path }): Region => ({ site, side: 'central', path })),
    ...halves.flatMap(({ site, path }): Region[] => [{ site, side: near, path }, { site, side: far, path: mirrored(path) }]),
  ];
}

/** Numbers at even places are x. Only commands that this file uses. */
function mirrored(path: string): string {
  return path.replace(/([a-zA-Z])([^a-zA-Z]*)/g, (_, command: string, rest: string) => {
    const numbers = rest.trim().split(/[\s,]+/).filter((each) => each !== '').map(Number);
    const relative = command === command.toLowerCase();
    const turned = numbers.map((value, i) => {
      const isX = command.toLowerCase() === 'h' || (command.toLowerCase() !== 'v' && i % 2 === 0);
      return !isX ? value : relative ? -value : 100 - value;
    });
    return `${command}${turned.join(' ')}`;
  });
}
