// Runs a command with PONTE_CHROMIUM set to a Chromium of this machine: node .ci/with-chromium.mjs <command> <arguments>
import './check-node.mjs'
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'

// Older versions of Node cannot read TypeScript; check-node has sent them home by now.
const { findChromium } = await import('./find-chromium.ts')

const { env, platform } = process
const find = () => findChromium({ platform, environment: env, exists: existsSync })
const [command, ...args] = process.argv.slice(2)

function say(sentence) {
  console.error(sentence)
  process.exit(1)
}

function installOnDebian() {
  if (env.PONTE_CHROMIUM || process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return
  console.log('No Chromium here: installing it with apt-get.')
  const install = 'apt-get update && apt-get install -y --no-install-recommends chromium'
  spawnSync('sh', ['-c', install], { stdio: 'inherit', env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } })
}

if (!command) say('Name the command that needs a Chromium: node .ci/with-chromium.mjs <command> <arguments>.')
if (!find()) installOnDebian()
const chromium = find()
if (!chromium && env.PONTE_CHROMIUM) say(`PONTE_CHROMIUM names ${env.PONTE_CHROMIUM}, which is not there.`)
if (!chromium) say('Please install Chromium or Google Chrome, or name one in PONTE_CHROMIUM, and try again.')

const child = spawn(command, args, {
  stdio: 'inherit',
  env: { ...env, PONTE_CHROMIUM: chromium },
  // On Windows the commands of npm packages are scripts, which only a shell can start.
  shell: platform === 'win32',
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('error', (problem) => say(`${command} did not start: ${problem.message}.`))
child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))
