import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '../../src/shared/ids.ts'
import { roles, type Role } from '../../src/shared/roster/bodies.ts'
import type { Roster } from '../../src/shared/roster/roster.ts'
import { makeDevice, type Device } from '../../src/crypto/device.ts'
import { signEntry, verifyEntry, verifyRoster, type SignedEntry } from '../../src/crypto/entry.ts'
import { admitBodyOf, makeSlip, makeSpace, type Slip, type Space } from './space.ts'

/** Who is there, told apart from the code under test: written from the protocol's table. */
type Person = { readonly device: Device; readonly member: string; role: Role; isHere: boolean }
type Paper = {
  readonly slip: Slip
  readonly by: Person
  readonly member: string
  readonly role: Role
  isLive: boolean
}
type World = { space: Space; readonly people: Person[]; readonly papers: Paper[] }

const actions = ['issue', 'sheet', 'join', 'admit', 'revoke', 'role', 'leave', 'remove'] as const
type Move = {
  readonly action: (typeof actions)[number]
  readonly who: number
  readonly whom: number
  readonly role: number
  readonly own: boolean
}

const moves = fc.array(
  fc.record({
    action: fc.constantFrom(...actions),
    who: fc.nat(),
    whom: fc.nat(),
    role: fc.nat(2),
    own: fc.boolean(),
  }),
  { minLength: 4, maxLength: 14 },
)

// Keys are slow to make in numbers; each history takes its own from here, in turn.
const pool = await Promise.all(Array.from({ length: 16 }, () => makeDevice()))
const rank = (role: Role): number => 2 - roles.indexOf(role)

/** A try: its entry, whether the protocol's table allows it, and what is so afterwards. */
type Try = { readonly entry: SignedEntry; readonly isLegal: boolean; readonly apply: () => void }

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)]

async function issue({ space, papers }: World, who: Person, role: Role, own: boolean): Promise<Try> {
  const slip = await makeSlip(space)
  const member = own ? who.member : newId()
  const body = { ...slip.body, expires: 1, member, role }
  const entry = await signEntry(space.roster, { kind: 'issue', signer: who.device.id, body }, [
    who.device.sign.privateKey,
  ])
  const isLegal =
    who.isHere &&
    role !== 'coordinator' &&
    rank(role) <= rank(who.role) &&
    (own || who.role === 'coordinator')
  return { entry, isLegal, apply: () => papers.push({ slip, by: who, member, role, isLive: true }) }
}

/** A recovery sheet. */
async function sheet({ space, papers }: World, who: Person): Promise<Try> {
  const slip = await makeSlip(space)
  const member = newId()
  const body = { ...slip.body, expires: 0, member, role: 'coordinator' as const }
  const entry = await signEntry(space.roster, { kind: 'issue', signer: who.device.id, body }, [
    who.device.sign.privateKey,
  ])
  const isLegal = who.isHere && who.role === 'coordinator'
  const apply = (): unknown => papers.push({ slip, by: who, member, role: 'coordinator', isLive: true })
  return { entry, isLegal, apply }
}

/** Whether somebody would still coordinate without this person, or could come back by somebody else's sheet. */
const isLedWithout = ({ people, papers }: World, whom: Person): boolean =>
  people.some((one) => one !== whom && one.isHere && one.role === 'coordinator') ||
  papers.some((paper) => paper.isLive && paper.role === 'coordinator' && paper.by !== whom)

const endPapersOf = ({ papers }: World, whom: Person): void => {
  for (const paper of papers) if (paper.by === whom) paper.isLive = false
}

async function join({ space, people }: World, device: Device, paper: Paper): Promise<Try> {
  const { slip, member, role } = paper
  const body = await admitBodyOf(space, { device, member, role }, slip.id)
  const keys = [slip.sign.privateKey, device.sign.privateKey]
  const entry = await signEntry(space.roster, { kind: 'admit', signer: slip.id, body }, keys)
  const apply = (): void => {
    paper.isLive = false
    people.push({ device, member, role, isHere: true })
  }
  return { entry, isLegal: paper.isLive, apply }
}

async function admit(
  { space, people }: World,
  device: Device,
  who: Person,
  role: Role,
  own: boolean,
): Promise<Try> {
  const member = own ? who.member : newId()
  const body = await admitBodyOf(space, { device, member, role })
  const keys = [who.device.sign.privateKey, device.sign.privateKey]
  const entry = await signEntry(space.roster, { kind: 'admit', signer: who.device.id, body }, keys)
  const isLegal = who.isHere && rank(role) <= rank(who.role) && (own || who.role === 'coordinator')
  return { entry, isLegal, apply: () => people.push({ device, member, role, isHere: true }) }
}

async function revoke({ space }: World, who: Person, paper: Paper): Promise<Try> {
  const said = { kind: 'revoke', signer: who.device.id, body: { slip: paper.slip.id } } as const
  const entry = await signEntry(space.roster, said, [who.device.sign.privateKey])
  const isLegal = who.isHere && paper.isLive && (who.role === 'coordinator' || paper.by === who)
  return {
    entry,
    isLegal,
    apply: () => {
      paper.isLive = false
    },
  }
}

async function setRole(world: World, who: Person, whom: Person, role: Role, isCut: boolean): Promise<Try> {
  const { space } = world
  const cut = isCut ? { seq: 0, hash: '0'.repeat(64) } : null
  const said = { kind: 'role', signer: who.device.id, body: { device: whom.device.id, role, cut } } as const
  const entry = await signEntry(space.roster, said, [who.device.sign.privateKey])
  const isLowered = rank(role) < rank(whom.role)
  const isLegal =
    who.isHere &&
    who.role === 'coordinator' &&
    whom.isHere &&
    role !== whom.role &&
    isCut === (whom.role !== 'reader' && role === 'reader') &&
    (!isLowered || whom.role !== 'coordinator' || isLedWithout(world, whom))
  return {
    entry,
    isLegal,
    apply: () => {
      whom.role = role
      if (isLowered) endPapersOf(world, whom)
    },
  }
}

async function remove(world: World, who: Person, whom: Person): Promise<Try> {
  const { space, people, papers } = world
  const staying = [
    ...people.filter((one) => one.isHere && one !== whom).map(({ device }) => device.id),
    ...papers.filter((paper) => paper.isLive && paper.by !== whom).map(({ slip }) => slip.id),
  ]
  const body = {
    back: '01'.repeat(48),
    check: '02'.repeat(16),
    devices: { [whom.device.id]: { seq: 0, hash: '0'.repeat(64) } },
    wraps: Object.fromEntries(staying.map((id) => [id, `04${'03'.repeat(112)}`])),
  }
  const entry = await signEntry(space.roster, { kind: 'remove', signer: who.device.id, body }, [
    who.device.sign.privateKey,
  ])
  const apply = (): void => {
    whom.isHere = false
    endPapersOf(world, whom)
  }
  return { entry, isLegal: who.isHere && who.role === 'coordinator' && whom.isHere && who !== whom, apply }
}

async function leave(world: World, who: Person): Promise<Try> {
  const { space, people } = world
  const body = { seq: 0, hash: '0'.repeat(64) }
  const entry = await signEntry(space.roster, { kind: 'leave', signer: who.device.id, body }, [
    who.device.sign.privateKey,
  ])
  const others = people.filter((one) => one !== who && one.isHere)
  const isLegal =
    who.isHere && (who.role !== 'coordinator' || others.length === 0 || isLedWithout(world, who))
  const apply = (): void => {
    who.isHere = false
    endPapersOf(world, who)
  }
  return { entry, isLegal, apply }
}

async function attempt(
  world: World,
  { action, who: first, whom: second, role: at, own }: Move,
): Promise<Try | undefined> {
  const who = pick(world.people, first)
  const whom = pick(world.people, second)
  const paper = pick(world.papers, second)
  const role = roles[at]
  const device = pool[world.people.length]
  if (!who || !whom || !role || !device) return undefined
  if (action === 'issue') return issue(world, who, role, own)
  if (action === 'admit') return admit(world, device, who, role, own)
  if (action === 'sheet') return sheet(world, who)
  if (action === 'role') return setRole(world, who, whom, role, own)
  if (action === 'remove') return remove(world, who, whom)
  if (action === 'leave') return leave(world, who)
  if (!paper) return undefined
  return action === 'join' ? join(world, device, paper) : revoke(world, who, paper)
}

/** Plays the moves; each one must be taken or refused as the table says. */
async function play(list: readonly Move[]): Promise<World> {
  const chair = pool[0] ?? (await makeDevice())
  const space = await makeSpace(chair)
  const member = space.roster.devices.get(chair.id)?.member ?? ''
  const world: World = {
    space,
    people: [{ device: chair, member, role: 'coordinator', isHere: true }],
    papers: [],
  }
  for (const move of list) {
    const tried = await attempt(world, move)
    if (!tried) continue
    const verified = await verifyEntry(world.space.roster, tried.entry)
    expect('roster' in verified, JSON.stringify({ move, verified })).toBe(tried.isLegal)
    if (!('roster' in verified)) continue
    world.space = { ...world.space, roster: verified.roster, entries: [...world.space.entries, tried.entry] }
    tried.apply()
  }
  return world
}

const holds = async (entries: readonly SignedEntry[], spaceId: string): Promise<Roster | undefined> => {
  try {
    return await verifyRoster(entries, spaceId)
  } catch (problem) {
    expect(problem).toMatchObject({ name: 'Problem' })
    return undefined
  }
}

/** Every way to exchange two neighbours, to leave out all but the last, to double one. */
function* spoilt(entries: readonly SignedEntry[]): Generator<readonly SignedEntry[]> {
  for (let at = 0; at < entries.length; at += 1) {
    const [before, one, after] = [entries.slice(0, at), entries.slice(at, at + 1), entries.slice(at + 1)]
    yield [...before, ...one, ...one, ...after]
    if (after.length === 0) continue
    yield [...before, ...after]
    yield [...before, ...after.slice(0, 1), ...one, ...after.slice(1)]
  }
}

test('a history of random tries is taken exactly as the table says, verifies from its genesis, and in no other order', async () => {
  let longest = 0
  await fc.assert(
    fc.asyncProperty(moves, async (list) => {
      const { space, people } = await play(list)
      const { spaceId } = space.roster
      longest = Math.max(longest, space.entries.length)
      expect(await holds(space.entries, spaceId)).toEqual(space.roster)
      for (const { device, isHere } of people)
        expect(space.roster.devices.get(device.id)?.left === undefined).toBe(isHere)
      for (const entries of spoilt(space.entries)) expect(await holds(entries, spaceId)).toBeUndefined()
    }),
    { numRuns: 40 },
  )
  expect(longest).toBeGreaterThan(5)
})
