import { isIP } from 'node:net'

/** `192.0.2.7:443` and `[2001:db8::1]:443` as some proxies write them; else as it is. */
const withoutPort = (text: string): string =>
  /^\[(.+)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text

/** What a proxy says is only believed where it is an address: else whoever asks could be another one each time, at any length. */
function forwardedIn(header: string | null): string | undefined {
  const said = withoutPort(header?.split(',').at(-1)?.trim() ?? '')
  return isIP(said) > 0 ? said : undefined
}

/** The first half of an IPv6 address, each group spelled in one way. */
function networkOf(address: string): string {
  const [front = '', back] = address.split('::', 2)
  const before = front === '' ? [] : front.split(':')
  const after = back === undefined || back === '' ? [] : back.split(':')
  const zeros = back === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  const groups = [...before, ...Array.from({ length: zeros }, () => '0'), ...after].slice(0, 4)
  return groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')
}

/**
 * Whom limits count as one: an IPv4 address, or of an IPv6 address the /64 that one household or hall has. `forwarded` is the
 * header of that name's kind; a trusted proxy adds the address that it saw as the last one.
 */
export function addressOf(socket: string | undefined, forwarded: string | null): string {
  const address = forwardedIn(forwarded) ?? socket ?? ''
  const four = /(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1]
  if (four !== undefined || !address.includes(':')) return four ?? address
  return networkOf(address)
}
