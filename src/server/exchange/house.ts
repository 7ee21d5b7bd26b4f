import type { Endpoint } from '../../shared/exchange/endpoints.ts'
import type { Random } from '../../shared/ids.ts'
import type { Role } from '../../shared/roster/bodies.ts'
import { roleNow, type Roster } from '../../shared/roster/roster.ts'
import type { Session, Store } from '../store/store.ts'
import { makeBell, type Bell } from './bell.ts'
import { makeCrowd, type Crowd } from './crowd.ts'
import { makeOften, type Often, type Rate } from './often.ts'
import { makeRosters } from './rosters.ts'

/** What an exchange works with; everything that differs between a test and the real one is handed in. */
export type ExchangeParts = {
  readonly store: Store
  /** The address that devices sign, without a slash at its end. Never taken from a request. */
  readonly publicUrl: string
  /** The only origin whose pages may read answers. */
  readonly appOrigin: string
  /** '' for none: then a notebook may be founded only where `publicUrl` is this very machine. */
  readonly foundingCode: string
  readonly now: () => number
  readonly random: Random
  /** What one space may take. */
  readonly spaceBytes?: number
  readonly rates?: Partial<Rates>
  /** Whether a proxy in front adds the address it saw to `X-Forwarded-For`. */
  readonly behindProxy?: boolean
  /** Who runs it, as the public pages name them; '' for nobody. */
  readonly operator?: string
  /** Hears of what should never happen; never of people. */
  readonly report?: (error: unknown) => void
}

export type Rates = {
  /** Questions of one device or slip. The burst lets a joining device with a big notebook through without a pause. */
  readonly device: Rate
  /** Questions without a token, of one address: thirty people join in one hall. */
  readonly address: Rate
  /** Wrong slips, signatures and founding codes of one address. */
  readonly misses: Rate
  /** Tokens of one device or slip: each lies in the store for a quarter of an hour. */
  readonly tokens: Rate
  /** Changes of the register by one space. */
  readonly publications: Rate
  /** Reports of abuse of one address. */
  readonly reports: Rate
  /** What one address reads of the register, pages and feed. */
  readonly readings: Rate
}

const usual: Rates = {
  device: { burst: 600, perMinute: 120 },
  address: { burst: 300, perMinute: 120 },
  misses: { burst: 60, perMinute: 60 },
  tokens: { burst: 60, perMinute: 12 },
  publications: { burst: 60, perMinute: 12 },
  reports: { burst: 5, perMinute: 0.2 },
  readings: { burst: 600, perMinute: 300 },
}

const gibibyte = 1024 ** 3

/** The parts, and what the exchange remembers between two questions: nothing that must outlive it. */
export type House = Omit<Required<ExchangeParts>, 'rates'> & {
  readonly rosters: ReturnType<typeof makeRosters>
  readonly bell: Bell
  readonly crowd: Crowd
  readonly often: { readonly [rate in keyof Rates]: Often }
}

export function makeHouse({ rates, ...parts }: ExchangeParts): House {
  const { device, address, misses, tokens, publications, reports, readings } = { ...usual, ...rates }
  return {
    spaceBytes: 2 * gibibyte,
    behindProxy: false,
    operator: '',
    report: () => undefined,
    ...parts,
    rosters: makeRosters(parts.store),
    bell: makeBell(),
    crowd: makeCrowd(),
    often: {
      device: makeOften(device, parts.now),
      address: makeOften(address, parts.now),
      misses: makeOften(misses, parts.now),
      tokens: makeOften(tokens, parts.now),
      publications: makeOften(publications, parts.now),
      reports: makeOften(reports, parts.now),
      readings: makeOften(readings, parts.now),
    },
  }
}

/** Who asks, by the token: a present device with its role, one that has left (no role), or a slip. */
export type Asker = Session & { readonly roster: Roster; readonly role: Role | undefined }

export const askerOf = (session: Session, roster: Roster): Asker => ({
  ...session,
  roster,
  role: session.isSlip ? undefined : roleNow(roster, session.id),
})

type Question<E> = E extends Endpoint<infer Q, infer _A> ? Q : never
type Answer<E> = E extends Endpoint<infer _Q, infer A> ? A : never

/** Answers an endpoint that anybody may ask; `address` is whom its limits count. */
export type OpenHandler<E> = (house: House, question: Question<E>, address: string) => Promise<Answer<E>>

/** Answers an endpoint for somebody known. */
export type KnownHandler<E> = (house: House, question: Question<E>, asker: Asker) => Promise<Answer<E>>
