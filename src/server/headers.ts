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

/** What stands on every answer. An exchange at another origin than the app must be named, and lets that app read it. */
export function securityHeaders(
  { publicUrl, appOrigin }: Pick<Config, 'publicUrl' | 'appOrigin'>,
  isExchange: boolean,
): { readonly [name: string]: string } {
  const isApart = publicUrl !== appOrigin
  return {
    'Content-Security-Policy': contentSecurity(isApart ? ` ${publicUrl}` : ''),
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': isApart && isExchange ? 'cross-origin' : 'same-origin',
    'Permissions-Policy': 'geolocation=(), microphone=(), camera=(self)',
  }
}
