// Runs in the browser: hands the verbs to the worker, where the engine is in the app too.
import { trust } from '../src/app/trust.ts'
import type { DeviceVerbs } from './contender.ts'
import type { Reply } from './join-ponte-worker.ts'

type Verb = keyof DeviceVerbs

const [address = ''] = Object.values(
  import.meta.glob<string>('./join-ponte-worker.ts', {
    query: '?worker&url',
    import: 'default',
    eager: true,
  }),
)

// By its name, since a module under another address would be another one.
const worker = new Worker(trust(address), { type: 'module', name: location.search })
const waiting: ((reply: Reply) => void)[] = []
worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => waiting.shift()?.(data))

function ask(verb: Verb, given: readonly unknown[]): Promise<unknown> {
  return new Promise((resolve, reject) => {
    waiting.push((reply) => ('problem' in reply ? reject(new Error(reply.problem)) : resolve(reply.value)))
    worker.postMessage({ verb, given }, [])
  })
}

const verbs: readonly Verb[] = [
  'open',
  'fill',
  'push',
  'invite',
  'join',
  'stretched',
  'pause',
  'edit',
  'pull',
  'digest',
]

Object.assign(globalThis, {
  bench: Object.fromEntries(verbs.map((verb) => [verb, (...given: unknown[]) => ask(verb, given)])),
})
