import type { Greeting } from '../crypto/slip.ts'
import type { DeviceName } from '../crypto/name.ts'
import type { Content } from '../shared/register/content.ts'
import type { ReportQuestion } from '../shared/register/endpoints.ts'
import type { EntryType } from '../shared/register/words.ts'
import type { Role } from '../shared/roster/bodies.ts'
import type { Call, Reply } from './calls.ts'
import { SyncProblem, type SyncProblemCode } from './problem.ts'

// What a person can do with others. Each verb is carried out by the exchange's worker, rejects with a SyncProblem whose
// code a screen words, and then has changed nothing.

/** The worker that carries the verbs out; the app hands it over when it starts. */
type Exchanger = EventTarget & { postMessage(call: Call, transfer: Transferable[]): void }

let exchanger: Exchanger | undefined
let calls = 0
/** Those who asked before there was a worker. */
const early: ((worker: Exchanger) => void)[] = []
const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (reason: unknown) => void }>()

/** Gives the verbs their worker; called once by the app. */
export function handVerbsTo(worker: Exchanger): void {
  exchanger = worker
  early.splice(0).forEach((hear) => hear(worker))
  worker.addEventListener('message', (event) => {
    const reply = (event as MessageEvent<Reply>).data
    const caller = waiting.get(reply.call)
    waiting.delete(reply.call)
    if ('problem' in reply) caller?.reject(new SyncProblem(reply.problem as SyncProblemCode))
    else caller?.resolve(reply.value)
  })
}

/** The worker did not come to anything: whoever waits for it is told, and who asks from now on waits for the next one. */
export function loseVerbs(): void {
  exchanger = undefined
  for (const { reject } of waiting.values()) reject(new SyncProblem('offline'))
  waiting.clear()
}

/** The worker begins when the first screen stands: whoever comes by a link asks before that. In milliseconds. */
const patience = 8000

/** The worker, once there is one. Rejects with SyncProblem 'offline' where none begins. */
function started(): Promise<Exchanger> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new SyncProblem('offline')), patience)
    early.push((worker) => {
      clearTimeout(timer)
      resolve(worker)
    })
  })
}

async function ask<T>(verb: Call['verb'], ...args: readonly unknown[]): Promise<T> {
  const worker = exchanger ?? (await started())
  return new Promise((resolve, reject) => {
    calls += 1
    waiting.set(calls, { resolve: resolve as (value: unknown) => void, reject })
    worker.postMessage({ call: calls, verb, args }, [])
  })
}

export type { Greeting, SyncProblemCode }

/** Why a verb was not carried out, for a screen to word; 'unexpected' for what has no words of its own. */
export const codeOf = (reason: unknown): SyncProblemCode | 'unexpected' =>
  reason instanceof SyncProblem ? reason.code : 'unexpected'

/** What sharing needs: the notebook's name, mine, what this device is, and the operator's code ('' for none). */
export type Founding = DeviceName & { readonly notebook: string; readonly code: string }

/** Puts the open notebook on the exchange: from then on everything in it is sent, and others can be invited. */
export const share = (founding: Founding): Promise<void> => ask('share', founding)

/** Whether sharing needs the operator's code, and who runs the exchange ('' if it doesn't say). */
export const askExchange = (): Promise<{ needsCode: boolean; operator: string }> => ask('askExchange')

/** Who is invited: by name, as what, or (`own`) a further device of my own. `language` is theirs. */
export type Guest = {
  readonly guest: string
  readonly role: 'member' | 'reader'
  readonly own: boolean
  readonly language: string
  readonly helper: string
  readonly phone: string
}

/** An invitation: 30 digits, the link that holds them, and until when it is good (milliseconds since 1970). */
export type Invitation = Guest & {
  readonly slip: string
  readonly digits: string
  readonly link: string
  readonly expires: number
}

export const invite = (guest: Guest): Promise<Invitation> => ask('invite', guest)

/** An invitation that this device made, to be shown again; undefined for one of another device. */
export const invitation = (slip: string): Promise<Invitation | undefined> => ask('invitation', slip)

/** A recovery sheet: 48 digits that let one device in as coordinator, and the link that holds them. */
export type Sheet = { readonly slip: string; readonly digits: string; readonly link: string }

/** Makes a recovery sheet. It is shown this once and printed. Only coordinators may. */
export const makeSheet = (): Promise<Sheet> => ask('makeSheet')

/** Whether these digits are those of a sheet that is good for this notebook. 'digits' if they are mistyped. */
export const trySheet = (digits: string): Promise<boolean> => ask('trySheet', digits)

/** Makes all sheets but this one good for nothing. */
export const endOtherSheets = (slip: string): Promise<void> => ask('endOtherSheets', slip)

/** Makes an invitation good for nothing. */
export const revoke = (slip: string): Promise<void> => ask('revoke', slip)

/** What an invitation says; uses nothing up. 'digits', 'unknown', 'used', 'revoked', 'expired', 'offline'. */
export const lookUp = (digits: string): Promise<Greeting> => ask('lookUp', digits)

/**
 * Accepts an invitation: this device gets a notebook of its own for it, and all that is in it. Returns its space, which is
 * open after the next load. `take` takes along what was written in the notebook that is open now.
 */
export const join = (digits: string, me: DeviceName, take: boolean): Promise<{ space: string }> =>
  ask('join', digits, me, take)

/** Gives a device another role. Only coordinators may. */
export const setRole = (device: string, role: Role): Promise<void> => ask('setRole', device, role)

/** Takes devices out of the notebook: they read nothing new and write nothing from then on. Only coordinators may. */
export const remove = (devices: readonly string[]): Promise<void> => ask('remove', devices)

/** Takes this device out of the notebook, after sending what waits. What lies here stays until the notebook is removed. */
export const leave = (): Promise<void> => ask('leave')

/** Gives an exchange that lost the notebook what lies here, with the operator's code ('' for none), and exchanges. */
export const refill = (code: string): Promise<void> => ask('refill', code)

/** Ends a fork with this device's branch, also where a device wrote on that was taken out in it. Only coordinators may. */
export const heal = (): Promise<void> => ask('heal')

/** Exchanges now, and brings the circle up to date (who was last seen when). */
export const exchangeNow = (): Promise<void> => ask('exchangeNow')

/** Fetches a photo's bytes that aren't here yet; false if the others haven't sent them. */
export const fetchPhoto = (photo: string): Promise<boolean> => ask('fetchPhoto', photo)

/** How many photos went from this device, and how many bytes became free. */
export type Freed = { readonly photos: number; readonly bytes: number }

/** Takes photos from this device that the exchange has for certain; their small pictures stay. Needs the network. */
export const freePhotos = (): Promise<Freed> => ask('freePhotos')

/** One entry of the public register, as it is to stand there; `content` null takes it out. */
export type Edition = {
  readonly entry: string
  readonly type: EntryType
  readonly revision: number
  readonly content: Content | null
}

/** Publishes, revises or withdraws; when it resolves, the exchange has it. 'refused', 'stale', 'full'. Only coordinators may. */
export const publish = (edition: Edition): Promise<void> => ask('publish', edition)

/** Brings the public register on this device up to date, with its base. */
export const takeRegister = (): Promise<void> => ask('takeRegister')

/** Tells the operator of an entry that should not stand there. */
export const reportEntry = (report: ReportQuestion): Promise<void> => ask('reportEntry', report)
