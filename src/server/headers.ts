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

/** An answer of the exchange is no page: nothing at all may come of it. Short, since a device that joins reads it dozens of times. */
const nothingAtAll = `default-src 'none'; frame-ancestors 'none'`

/** What stands on every answer. An exchange at another origin than the app must be named, and lets that app read it. */
export function securityHeaders(
  { publicUrl, appOrigin }: Pick<Config, 'publicUrl' | 'appOrigin'>,
  isExchange: boolean,
): { readonly [name: string]: string } {
  const isApart = publicUrl !== appOrigin
  const always = {
    'Content-Security-Policy': isExchange ? nothingAtAll : contentSecurity(isApart ? ` ${publicUrl}` : ''),
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': isApart && isExchange ? 'cross-origin' : 'same-origin',
  }
  if (isExchange) return always
  return {
    ...always,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Permissions-Policy': 'geolocation=(), microphone=(), camera=(self)',
  }
}
