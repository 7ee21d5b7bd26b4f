import { defineConfig } from '@playwright/test'
import { launchOptions, tablet } from './chromium.ts'

const pictures = process.env['PONTE_SCREENS'] === '1'

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/e2e',
  reporter: [['list'], ['json', { outputFile: '../../test-results/e2e.json' }]],
  workers: 2,
  fullyParallel: true,
  retries: 0,
  // Only for what hangs: a slow and busy machine takes several times as long as a quick one.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  ...(pictures ? { grep: /@screens/ } : { grepInvert: /@screens/ }),
  use: { browserName: 'chromium', launchOptions, actionTimeout: 30_000, ...tablet },
})
