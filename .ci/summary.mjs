// Sums the reports of Vitest and Playwright into one line: node .ci/summary.mjs <exit code of npm test> <folder>
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const [exitCode = '0', folder = 'test-results'] = process.argv.slice(2)

function read(name) {
  const path = join(folder, name)
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8'))
  console.log(`${name} is missing: its tests did not run.`)
  return undefined
}

/** A file that could not even be loaded has no failed test, and yet it failed. */
function unitCounts(report) {
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  )
  return [
    report.numPassedTests,
    report.numFailedTests + broken.length,
    report.numPendingTests + report.numTodoTests,
  ]
}

/** A test that passed only when it was tried again counts as passed: Playwright's own summary names it. */
function browserCounts({ stats, errors }) {
  return [stats.expected + stats.flaky, stats.unexpected + errors.length, stats.skipped]
}

const unit = read('unit.json')
const browser = read('e2e.json')
const counts = [unit && unitCounts(unit), browser && browserCounts(browser)].filter(Boolean)
const [passed, failed, skipped] = [0, 1, 2].map((index) =>
  counts.reduce((sum, count) => sum + count[index], 0),
)

// Types, lint, build or sizes can stop the run too; then no report knows of it.
const elsewhere = failed === 0 && exitCode !== '0'
if (elsewhere) console.log('A step outside of the tests failed: it counts as one.')
console.log(
  `${passed} passed, ${failed + Number(elsewhere)} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
)
