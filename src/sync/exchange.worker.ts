import { daysByRule } from '../db/calendar/days-by-rule.ts'
import { keepWorkedOut } from '../db/calendar/keep.ts'
import { Device } from '../db/device.ts'
import { practiceSpace, Tables } from '../db/tables.ts'
import { problemOf } from './ask.ts'
import type { Call, Reply, Start, Wake } from './calls.ts'
import type { Exchange } from './exchange.ts'
import { tendRegister } from './register.ts'
import { beginExchanging } from './spaces-loop.ts'
import { isExpected } from './stopped.ts'
import { carryOut } from './worker-verbs.ts'

// The libraries that know rules and keys, and thousands of changes to seal and open: here no key press waits for them.

/** Keeps the days of the open space worked out. */
function keepCalendar(space: string): void {
  const tables = new Tables(space)
  const stop = keepWorkedOut({ tables, now: Date.now, byRule: daysByRule }, reportError)
  // Another tab wants the tables for a newer version, or to remove them: this one must not open them again.
  tables.on('versionchange', () => {
    stop()
    tables.close()
  })
}

const alone = <T>(space: string, job: () => Promise<T>): Promise<T> =>
  navigator.locks.request(`ponte-exchange-${space}`, job)

const fetchHere = (address: string, init: RequestInit): Promise<Response> => fetch(address, init)

function refusal(call: number, error: unknown): Reply {
  try {
    return { call, problem: problemOf(error).code }
  } catch (unexpected) {
    reportError(unexpected)
    return { call, problem: 'unexpected' }
  }
}

/** Milliseconds: after the start, when what people wait for is done, and between two looks. */
const [registerFirst, registerAgain] = [20_000, 30 * 60_000]

/** Looks now and then whether something is new in the public register, in one tab at a time. */
function keepRegister(appAddress: string, exchange: () => Exchange | undefined): void {
  const look = async (): Promise<void> => {
    try {
      await navigator.locks.request('ponte-register', { ifAvailable: true }, async (lock) => {
        if (lock) await tendRegister({ appAddress, fetch: fetchHere }, exchange(), { isWanted: false })
      })
    } catch (error) {
      if (!isExpected(error)) reportError(error)
    }
    setTimeout(() => void look(), registerAgain)
  }
  setTimeout(() => void look(), registerFirst)
}

type Asked = Call | Wake

// A screen may ask before the tables are open.
const early: Asked[] = []
let hear = (asked: Asked): void => void early.push(asked)

async function begin({ space, appAddress }: Start): Promise<void> {
  keepCalendar(space)
  if (space === practiceSpace) return
  const device = new Device()
  await device.open()
  const exchanging = await beginExchanging(device, fetchHere, alone)
  const { of, take, wake } = exchanging
  keepRegister(appAddress, () => of(space))
  // Who waits for an answer goes before photos that are on their way.
  const aloneSoon = <T>(wanted: string, job: () => Promise<T>): Promise<T> => {
    const kept = of(wanted)?.kept
    if (kept) kept.isPressed = true
    return alone(wanted, () => {
      if (kept) kept.isPressed = false
      return job()
    })
  }
  const desk = {
    device,
    appAddress,
    space,
    fetch: fetchHere,
    exchange: () => of(space),
    take,
    alone: aloneSoon,
  }
  hear = (asked) => {
    if ('wake' in asked) return wake()
    const { call } = asked
    carryOut(desk, asked)
      .then(
        (value): Reply => ({ call, value }),
        (error: unknown) => refusal(call, error),
      )
      .then((reply) => postMessage(reply), reportError)
  }
  early.splice(0).forEach(hear)
}

addEventListener('message', ({ data }: MessageEvent<Start | Asked>) => {
  if ('space' in data) begin(data).catch(reportError)
  else hear(data)
})
