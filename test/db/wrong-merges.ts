import { applyChange, type Change, type Register, type State } from '../../src/db/merge.ts'
import { isNewer, readStamp } from '../../src/db/stamp.ts'

export type Merge = (state: State, change: Change) => State

function inEachRegister(state: State, alter: (register: Register) => Register): State {
  const records = Object.entries(state.records).map(([id, { kind, registers }]) => {
    const altered = Object.entries(registers).map(([field, register]) => [field, alter(register)])
    return [id, { kind, registers: Object.fromEntries(altered) as typeof registers }]
  })
  return { ...state, records: Object.fromEntries(records) as State['records'] }
}

function keepLive(register: Register, keeps: (stamp: string) => boolean): Register {
  return {
    ...register,
    live: Object.fromEntries(Object.entries(register.live).filter(([one]) => keeps(one))),
  }
}

const forgetsAtOnce: Merge = (state, change) =>
  inEachRegister(applyChange(state, change), (register) => ({ ...register, ahead: [] }))

const remembersPerRecord: Merge = (state, change) => {
  const record = state.records[change.record]
  if (!record) return applyChange(state, change)
  const all = Object.values(record.registers).flatMap((register) => register.ahead)
  const fields = [...Object.keys(record.registers), ...Object.keys(change.set)]
  const registers = Object.fromEntries(
    fields.map((field) => [field, { live: record.registers[field]?.live ?? {}, ahead: all }]),
  )
  return applyChange(
    { ...state, records: { ...state.records, [change.record]: { ...record, registers } } },
    change,
  )
}

const collapsesEqualValues: Merge = (state, change) =>
  inEachRegister(applyChange(state, change), (register) => {
    const versions = Object.entries(register.live).map(([stamp, version]) => ({ stamp, ...version }))
    return keepLive(register, (stamp) =>
      versions.every((other) => {
        const mine = versions.find((one) => one.stamp === stamp)
        return !mine || other === mine || other.value !== mine.value || isNewer(mine, other)
      }),
    )
  })

const prunesByTime: Merge = (state, change) =>
  inEachRegister(applyChange(state, change), (register) => {
    const latest = Math.max(...Object.values(register.live).map((version) => version.time))
    return keepLive(register, (stamp) => register.live[stamp]?.time === latest)
  })

/** Takes a replaced stamp for "everything of that device up to there". */
const countsInVectors: Merge = (state, change) => {
  const registers = state.records[change.record]?.registers ?? {}
  const over = Object.entries(change.over).map(([field, stamps]) => {
    const held = Object.keys(registers[field]?.live ?? {})
    const covered = held.filter((stamp) => {
      const { device, seq } = readStamp(stamp)
      return stamps.map(readStamp).some((named) => named.device === device && named.seq >= seq)
    })
    return [field, [...new Set([...stamps, ...covered])]]
  })
  return applyChange(state, { ...change, over: Object.fromEntries(over) as Change['over'] })
}

/** Rules that look as good as the true one and lose or revive what somebody wrote. */
export const wrongMerges: readonly { readonly does: string; readonly merge: Merge }[] = [
  { does: 'forgets replaced stamps at once', merge: forgetsAtOnce },
  { does: 'remembers replaced stamps per record only', merge: remembersPerRecord },
  { does: 'collapses equal values', merge: collapsesEqualValues },
  { does: 'prunes by time', merge: prunesByTime },
  { does: 'counts versions in one vector a field', merge: countsInVectors },
]
