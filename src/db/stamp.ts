/**
 * A version's name: `<deviceId>:<seq>`. Sent changes have seq 1, 2, 3 ...; a change that was never sent has 0, or -1, -2 ...
 * where a second and third unsent change of one record must stand beside the first (ADR 0001).
 */
export type Stamp = string

export const stampOf = (device: string, seq: number): Stamp => `${device}:${seq}`

export function readStamp(stamp: Stamp): { device: string; seq: number } {
  const cut = stamp.lastIndexOf(':')
  return { device: stamp.slice(0, cut), seq: Number(stamp.slice(cut + 1)) }
}

/** Orders one device's versions: sent ones by number, unsent ones after them. */
const rank = (seq: number): number => (seq > 0 ? seq : 2 ** 52 - seq)

/** Which of two versions is shown: the newer one by (time, device, seq). Only ever a rule of display. */
export function isNewer(a: { stamp: Stamp; time: number }, b: { stamp: Stamp; time: number }): boolean {
  if (a.time !== b.time) return a.time > b.time
  const [left, right] = [readStamp(a.stamp), readStamp(b.stamp)]
  if (left.device !== right.device) return left.device > right.device
  return rank(left.seq) > rank(right.seq)
}
