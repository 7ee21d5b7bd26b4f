/**
 * Whom limits count as one: an IPv4 address, or of an IPv6 address the /64 that one household or hall has. `forwarded` is the
 * header of that name's kind; a trusted proxy adds the address that it saw as the last one.
 */
export function addressOf(socket: string | undefined, forwarded: string | null): string {
  const address = forwarded?.split(',').at(-1)?.trim() || (socket ?? '')
  const four = /(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1]
  if (four !== undefined || !address.includes(':')) return four ?? address
  const [front = '', back] = address.split('::', 2)
  const before = front === '' ? [] : front.split(':')
  const after = back === undefined || back === '' ? [] : back.split(':')
  const zeros = back === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  return [...before, ...Array.from({ length: zeros }, () => '0'), ...after].slice(0, 4).join(':')
}
