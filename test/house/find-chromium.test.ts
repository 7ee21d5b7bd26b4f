import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { findChromium } from '../../.ci/find-chromium.ts'
import type { Machine } from '../../.ci/find-chromium.ts'

function find(machine: Partial<Machine>, ...there: string[]): string | undefined {
  return findChromium({
    platform: 'linux',
    environment: {},
    exists: (path) => there.includes(path),
    ...machine,
  })
}

describe('the finder of Chromium', () => {
  it('prefers the one that was named', () => {
    const environment = { PONTE_CHROMIUM: '/opt/chrome' }
    expect(find({ environment }, '/usr/bin/chromium', '/opt/chrome')).toBe('/opt/chrome')
  })

  it('takes no other if the named one is not there', () => {
    expect(find({ environment: { PONTE_CHROMIUM: '/opt/chrome' } }, '/usr/bin/chromium')).toBeUndefined()
  })

  it.each(['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser', '/snap/bin/chromium'])(
    'finds %s on Linux',
    (path) => expect(find({}, path)).toBe(path),
  )

  it('looks along the path', () => {
    expect(find({ environment: { PATH: '/bin::/home/anna/bin' } }, '/home/anna/bin/chromium')).toBe(
      '/home/anna/bin/chromium',
    )
  })

  it('looks in both folders of applications on a Mac', () => {
    const inside = 'Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
    const machine: Partial<Machine> = { platform: 'darwin', environment: { HOME: '/Users/anna' } }
    expect(find(machine, `/${inside}`)).toBe(`/${inside}`)
    expect(find(machine, `/Users/anna/${inside}`)).toBe(`/Users/anna/${inside}`)
  })

  it('takes Edge where Windows has nothing else', () => {
    const environment = { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' }
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
    expect(find({ platform: 'win32', environment }, edge)).toBe(edge)
  })

  it('finds nothing on a bare machine', () => {
    expect(find({})).toBeUndefined()
    expect(find({ platform: 'win32' })).toBeUndefined()
  })
})

describe('running a command with Chromium', () => {
  const run = (chromium: string, ...args: string[]) =>
    spawnSync(process.execPath, ['.ci/with-chromium.mjs', ...args], {
      encoding: 'utf8',
      env: { ...process.env, PONTE_CHROMIUM: chromium },
    })

  it('hands the browser on and gives the exit code back', () => {
    const script = 'console.log(process.env.PONTE_CHROMIUM); process.exitCode = 3'
    const { status, stdout } = run(process.execPath, process.execPath, '-e', script)
    expect({ status, stdout }).toEqual({ status: 3, stdout: `${process.execPath}\n` })
  })

  it('tells a signal by the exit code that shells use', () => {
    expect(run(process.execPath, process.execPath, '-e', "process.kill(process.pid, 'SIGTERM')").status).toBe(
      143,
    )
  })

  it.each([
    ['/nowhere', process.execPath, 'PONTE_CHROMIUM names /nowhere, which is not there.\n'],
    [process.execPath, 'no-such-command', 'no-such-command did not start: spawn no-such-command ENOENT.\n'],
  ])('says in one sentence what is missing', (chromium, command, sentence) => {
    const { status, stderr } = run(chromium, command)
    expect({ status, stderr }).toEqual({ status: 1, stderr: sentence })
  })
})
