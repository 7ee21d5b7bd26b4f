import type { Config } from './config.ts'

/** One policy in the app makes the addresses of its worker and service worker; nothing else may turn text into script. */
const trustedTypes = [`require-trusted-types-for 'script'`, 'trusted-types ponte']

/** The browser may do only what is named here; scripts come from files of this origin alone. */
const contentSecurity = (exchange: string): string =>
  [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self'`,
    `img-src 'self' blob:`,
    `connect-src 'self'${exchange}`,
    `manifest-src 'self'`,
    `worker-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
    ...trustedTypes,
  ].join('; ')

/** Pages without a script: they show text, and send their own forms to their own place. */
const pagePolicy = [
  `default-src 'none'`,
  `style-src 'self'`,
  `img-src 'self'`,
  `base-uri 'none'`,
  `form-action 'self'`,
  `frame-ancestors 'none'`,
].join('; ')

/** What programs read is no page: nothing at all may come of it. Short, since a device that joins reads it dozens of times. */
const nothingAtAll = `default-src 'none'; frame-ancestors 'none'`

/** What is answered: files of the app and the operator's pages, questions to the exchange, or pages and data of the register. */
export type Room = 'app' | 'exchange' | 'register' | 'registerData'

/** What stands on every answer. An exchange at another origin than the app must be named, and lets that app read it. */
export function securityHeaders(
  { publicUrl, appOrigin }: Pick<Config, 'publicUrl' | 'appOrigin'>,
  room: Room,
): { readonly [name: string]: string } {
  const isApart = publicUrl !== appOrigin
  const policies: { readonly [one in Room]: string } = {
    app: contentSecurity(isApart ? ` ${publicUrl}` : ''),
    exchange: nothingAtAll,
    register: pagePolicy,
    registerData: nothingAtAll,
  }
  const isForOthers = (isApart && room === 'exchange') || room === 'registerData'
  const always = {
    'Content-Security-Policy': policies[room],
    // Forms of the register say where they were sent from, and only there.
    'Referrer-Policy': room === 'register' ? 'same-origin' : 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': isForOthers ? 'cross-origin' : 'same-origin',
  }
  if (room === 'exchange' || room === 'registerData') return always
  return {
    ...always,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Permissions-Policy': 'geolocation=(), microphone=(), camera=(self)',
  }
}
