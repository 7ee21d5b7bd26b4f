// A device that asks all the time, in a thread of its own: what it waits for is the server, not whoever attacks it here.
import { once } from 'node:events'
import { Agent, request, type IncomingMessage } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'
import { endpoints } from '../../src/shared/exchange/endpoints.ts'
import { foundAt } from './exchange/circle.ts'

const url = workerData as string
const { founder } = await foundAt({ url, fetch })
const roster = await founder.roster()

/** Gets a page on a line of its own, as a device that has just woken up does. */
async function getOnNewLine(): Promise<void> {
  const asked = request(`${url}/config.json`, { agent: new Agent({ keepAlive: false }) }).end()
  const [response] = (await once(asked, 'response')) as [IncomingMessage]
  response.resume()
  await once(response, 'end')
  if (response.statusCode !== 200) throw new Error(`answered ${response.statusCode}`)
}

const state = { isOver: false }
parentPort?.once('message', () => (state.isOver = true))
parentPort?.postMessage('ready', [])

const times: number[] = []
while (!state.isOver) {
  const began = performance.now()
  await getOnNewLine()
  times.push(performance.now() - began)
  const run = await founder.seal(roster, 1)
  const sent = performance.now()
  await founder.push('new', run)
  times.push(performance.now() - sent)
  await founder.ask(endpoints.visits, {})
  await new Promise((resolve) => setTimeout(resolve, 200))
}
parentPort?.postMessage(times, [])
