/** How every test starts Chromium; CI containers run as root, which its sandbox refuses. */
export const launchOptions = {
  executablePath: process.env['PONTE_CHROMIUM'] ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ],
}

/** The tablet on which the tests happen unless they say otherwise. */
export const tablet = {
  viewport: { width: 820, height: 1180 },
  screen: { width: 820, height: 1180 },
  hasTouch: true,
  locale: 'de-DE',
  timezoneId: 'Europe/Berlin',
}
