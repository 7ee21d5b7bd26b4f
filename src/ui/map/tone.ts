import type { MapPoint } from './points.ts'

export type Tone = MapPoint['tone']

/** How a mark looks: as ours where ours is among them, else as the first. */
export const toneOf = (members: readonly MapPoint[]): Tone =>
  members.some(({ tone }) => tone === 'ours') ? 'ours' : (members[0]?.tone ?? 'partner')
