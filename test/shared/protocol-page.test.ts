import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { statusOf } from '../../src/server/exchange/refuse.ts'
import { endpoints, type Reason } from '../../src/shared/exchange/endpoints.ts'
import { labels } from '../../src/shared/labels.ts'
import { limits } from '../../src/shared/limits.ts'
import { entryKinds } from '../../src/shared/roster/entry.ts'

const page = readFileSync('docs/protocol.md', 'utf8')

test('the page of the protocol names every label, kind and endpoint that there is', () => {
  for (const label of Object.values(labels)) expect(page).toContain(`| \`${label}\``)
  for (const kind of entryKinds) expect(page).toContain(`\`${kind}\``)
  for (const { path } of Object.values(endpoints)) expect(page).toContain(`| \`${path.replace('/v1/', '')}\``)
})

test('the page of the protocol says the limits that hold', () => {
  const kibibyte = 1024
  const said: readonly (readonly [number, string])[] = [
    [limits.runCount, '1 to 500 envelopes'],
    [limits.envelope / kibibyte, 'An envelope is at most 64 KiB'],
    [limits.run / kibibyte ** 2, 'at most 2 MiB'],
    [limits.change / kibibyte, 'The JSON is at most 64 KiB'],
    [limits.over, 'at most 64 each'],
    [limits.parts, 'at most 16,384 of'],
    [limits.entry / kibibyte, 'At most 80 KiB'],
    [limits.name, '`name` at most 256'],
    [limits.box, '`box` at most 4096'],
    [limits.photoChunk / kibibyte ** 2, 'at most 1 MiB less 16'],
    [limits.devices, 'fewer than 200 devices'],
    [limits.slips, 'fewer than 50 slips'],
    [limits.spaceDevices, 'at most 2,000 |'],
    [limits.statement / kibibyte, 'Canonical JSON, at most 704 KiB'],
    [limits.erased, '`records` (1 to 200 ids'],
    [limits.chunkText / kibibyte ** 2, 'at most 8 MiB of text'],
  ]
  for (const [number, words] of said) {
    expect(words.replace(',', '')).toContain(String(number))
    expect(page.replace(/\s+/g, ' ')).toContain(words)
  }
})

/** The cells of each row that begins with a name in code, of the tables under Endpoints. */
const rows = (/^## 10\. Endpoints$(.*?)^## /ms.exec(page)?.[1] ?? '')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()))

const rowOf = (name: string): string[] => rows.find(([, first]) => first === `\`${name}\``) ?? []

const units: { readonly [unit: string]: number } = { KiB: 1024, MiB: 1024 ** 2 }

/** Bytes, as the page says them: `2 MiB + 64 KiB`. */
const bytesOf = (said = ''): number =>
  said
    .split(' + ')
    .map((part) => part.split(' '))
    .reduce((sum, [number, unit = '']) => sum + Number(number) * (units[unit] ?? Number.NaN), 0)

test('the page of the protocol says of each endpoint who may ask, and how much is read', () => {
  for (const { path, auth, most } of Object.values(endpoints)) {
    const [, , token, , , atMost] = rowOf(path.replace('/v1/', ''))
    expect(Math.abs(bytesOf(atMost) - most), `${path}: ${atMost}`).toBeLessThanOrEqual(most / 50)
    // What the table says beyond that ("a coordinator") is a rule of its handler.
    expect(token === '', `${path}: ${token}`).toBe(auth === 'none')
    if (token?.startsWith('device')) expect(token.endsWith('slip'), path).toBe(auth === 'slip')
  }
})

test('the page of the protocol says the status of each reason', () => {
  const said = rows.filter(([, , status]) => /^4\d\d$|^503$/.test(status ?? ''))
  expect(said.length).toBeGreaterThan(10)
  for (const [, reason = '', status] of said)
    expect(statusOf(reason.replaceAll('`', '') as Reason), reason).toBe(Number(status))
  const forbidden = /403 for ([^,]*(?:, [^,]*)*?), 409/.exec(page)?.[1]?.match(/(?<=`)[a-z]+(?=`)/g) ?? []
  expect(forbidden.length).toBe(5)
  for (const reason of forbidden) expect(statusOf(reason as Reason), reason).toBe(403)
})
