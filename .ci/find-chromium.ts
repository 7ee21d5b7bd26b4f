import { posix, win32 } from 'node:path'

/** What the finder may know of the machine. `exists` says whether a file is there. */
export interface Machine {
  platform: NodeJS.Platform
  environment: Record<string, string | undefined>
  exists: (path: string) => boolean
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const linux = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
]
const mac = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]
const windows = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
]

/**
 * The path of a Chromium, Chrome or Edge on this machine, or undefined. PONTE_CHROMIUM goes before all other
 * places; if it names a file that is not there, nothing else is tried, so that nobody tests the wrong browser.
 */
export function findChromium(machine: Machine): string | undefined {
  const chosen = machine.environment['PONTE_CHROMIUM']
  if (chosen) return machine.exists(chosen) ? chosen : undefined
  return placesOf(machine).find(machine.exists)
}

function placesOf({ platform, environment }: Machine): string[] {
  if (platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => environment[name])
    return folders
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => windows.map((file) => win32.join(folder, file)))
  }
  if (platform === 'darwin') {
    const folders = ['/Applications', posix.join(environment['HOME'] ?? '/', 'Applications')]
    return folders.flatMap((folder) => mac.map((file) => posix.join(folder, file)))
  }
  const folders = (environment['PATH'] ?? '').split(':').filter((folder) => folder !== '')
  return [...linux, ...folders.flatMap((folder) => names.map((name) => posix.join(folder, name)))]
}
