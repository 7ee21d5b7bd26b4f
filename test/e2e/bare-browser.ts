import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { launchOptions } from './chromium.ts'

type Answer = { id?: number; result?: { result?: { value?: unknown }; exceptionDetails?: unknown } }

/** One tab of a bare browser: it goes somewhere and evaluates, nothing more. */
export type BareTab = {
  go(url: string): Promise<void>
  /** Shows this tab, as whoever taps in it sees it. */
  front(): Promise<void>
  /** The value of an expression, awaited if it is a promise. */
  read(expression: string): Promise<unknown>
}

async function openTab(address: string): Promise<BareTab> {
  const socket = new WebSocket(address)
  await once(socket, 'open')
  const waiting = new Map<number, (answer: Answer) => void>()
  socket.addEventListener('message', (event) => {
    const answer = JSON.parse(String(event.data)) as Answer
    waiting.get(answer.id ?? 0)?.(answer)
  })
  let calls = 0
  const send = (method: string, params: object): Promise<Answer> =>
    new Promise((resolve) => {
      calls += 1
      waiting.set(calls, resolve)
      socket.send(JSON.stringify({ id: calls, method, params }))
    })
  return {
    async go(url) {
      await send('Page.navigate', { url })
    },
    async front() {
      await send('Page.bringToFront', {})
    },
    async read(expression) {
      const answer = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })
      return answer.result?.result?.value
    },
  }
}

async function portIn(folder: string): Promise<string> {
  for (let tries = 0; tries < 150; tries += 1) {
    const file = await readFile(join(folder, 'DevToolsActivePort'), 'utf8').catch(() => '')
    if (file) return file.split('\n')[0] ?? ''
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error('the browser did not open its port')
}

/**
 * Chromium with nothing attached to its service workers: a watched one is kept alive, and a newer one then never takes
 * over. `tab` opens another tab; `end` kills the browser.
 */
export async function openBareBrowser(folder: string): Promise<{ tab(): Promise<BareTab>; end(): void }> {
  const flags = ['--headless', '--remote-debugging-port=0', `--user-data-dir=${folder}`, '--lang=de']
  const browser = spawn(launchOptions.executablePath, [...launchOptions.args, ...flags], { stdio: 'ignore' })
  const port = await portIn(folder)
  return {
    async tab() {
      const made = await fetch(`http://127.0.0.1:${port}/json/new?about:blank`, { method: 'PUT' })
      const { webSocketDebuggerUrl } = (await made.json()) as { webSocketDebuggerUrl: string }
      return openTab(webSocketDebuggerUrl)
    },
    end: () => void browser.kill('SIGKILL'),
  }
}
