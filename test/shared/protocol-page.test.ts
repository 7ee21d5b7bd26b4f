import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { endpoints } from '../../src/shared/exchange/endpoints.ts'
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
