import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

function node(...args: string[]) {
  return spawnSync(process.execPath, args, { encoding: 'utf8' })
}

/** Sums made-up reports. */
function summary(exitCode: number, reports: Record<string, unknown>): string {
  const folder = mkdtempSync(join(tmpdir(), 'ponte-'))
  for (const [name, report] of Object.entries(reports))
    writeFileSync(join(folder, name), JSON.stringify(report))
  return node('.ci/summary.mjs', String(exitCode), folder).stdout
}

describe('the closing line', () => {
  const unit = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] }
  const browser = { stats: { expected: 2, flaky: 1, unexpected: 0, skipped: 0 }, errors: [] }

  it('sums what ran', () => {
    expect(summary(0, { 'unit.json': unit, 'e2e.json': browser })).toBe('8 passed, 0 failed\n')
    expect(summary(0, { 'unit.json': unit })).toBe(
      'e2e.json is missing: its tests did not run.\n5 passed, 0 failed\n',
    )
  })

  it('counts failures and what was skipped', () => {
    const bad = { ...browser, stats: { ...browser.stats, unexpected: 2, skipped: 3 } }
    expect(summary(1, { 'unit.json': { ...unit, numFailedTests: 1 }, 'e2e.json': bad })).toBe(
      '8 passed, 3 failed, 3 skipped\n',
    )
  })

  it('counts what could not even be loaded', () => {
    const broken = { ...unit, testResults: [{ status: 'failed', assertionResults: [] }] }
    expect(summary(1, { 'unit.json': broken, 'e2e.json': { ...browser, errors: [{}] } })).toBe(
      '8 passed, 2 failed\n',
    )
  })

  it('never claims that all is well when another step failed', () => {
    expect(summary(2, { 'unit.json': unit })).toMatch(/\n5 passed, 1 failed\n$/)
    expect(summary(2, {})).toMatch(/\n0 passed, 1 failed\n$/)
  })
})

describe('the look at Node', () => {
  const pretend = (version: string) => {
    const versions = JSON.stringify({ node: version })
    const script = `Object.defineProperty(process, 'versions', { value: ${versions} })`
    return node('--import', `data:text/javascript,${encodeURIComponent(script)}`, '.ci/check-node.mjs')
  }

  it('lets 24 and newer pass without a word', () => {
    expect(pretend('24.0.0')).toMatchObject({ status: 0, stderr: '' })
    expect(pretend('30.1.2')).toMatchObject({ status: 0, stderr: '' })
  })

  it('tells an older one in one sentence what to do', () => {
    const { status, stderr } = pretend('20.20.2')
    expect(status).toBe(1)
    expect(stderr).toMatch(
      /^Ponte needs Node 24 or newer and this is Node 20\.20\.2: please .* and try again\.\n$/,
    )
  })
})
