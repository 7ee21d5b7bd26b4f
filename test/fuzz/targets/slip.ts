import { between, chanceFrom, digits as someDigits, pick, type Chance } from '../../../bench/random.ts'
import { openWith, sealWith } from '../../../src/crypto/aead.ts'
import { deriveKey, epochKeyOf } from '../../../src/crypto/epoch.ts'
import { openName, sealName } from '../../../src/crypto/name.ts'
import { digitsOf, openBox, readDigits, sealBox, type Box } from '../../../src/crypto/slip.ts'
import { openWrap, wrapKey } from '../../../src/crypto/wrap.ts'
import { concat, fromHex, utf8, type Bytes } from '../../../src/shared/bytes.ts'
import { writeCanonical } from '../../../src/shared/canonical.ts'
import { labelled, labels } from '../../../src/shared/labels.ts'
import { digitsIn } from '../../../src/shared/slip-digits.ts'
import { breakBytes, noise } from '../break/bytes.ts'
import { breakJson } from '../break/json.ts'
import { bytesFor, deviceFor, idFor, plainPairFor } from '../keys.ts'
import { demand, demandSame, verdictOf, type TargetMaker } from '../target.ts'

const spell = (chance: Chance, typed: string): string => {
  const groups = typed.match(/.{1,6}/g) ?? []
  return pick(chance, [typed, groups.join(' '), groups.join('–'), `https://ponte.example/#/join/${typed}`])
}

const strange = [
  '０',
  '²',
  '٣',
  '①',
  '\u0000',
  '\ud800',
  'e',
  '-',
  '+',
  '.',
  '#/join/',
  '\ufeff',
  '½',
  'ﬀ',
  '\u{1f51f}',
]

/** Digits as they are typed, pasted or scanned. */
export const digits: TargetMaker = async () => ({
  make: async (chance) => {
    const typed = digitsOf(noise(chance, 10))
    if (chance() < 0.2) return utf8(spell(chance, typed))
    const at = between(chance, 0, 30)
    const text = pick(chance, [
      typed.slice(0, at) + pick(chance, strange) + typed.slice(at),
      typed.slice(0, at) + typed.slice(at + 1),
      someDigits(chance, 30),
      `${'720896'.slice(0, 6)}${typed.slice(6)}`,
      typed.replaceAll('0', '０'),
      '9'.repeat(between(chance, 1, 60_000)),
      `/join/${typed}/join/${typed}`,
    ])
    return chance() < 0.3 ? breakBytes(chance, utf8(text)) : utf8(spell(chance, text))
  },
  judge: async (input) => {
    const typed = new TextDecoder().decode(input)
    return verdictOf(() => {
      const secret = readDigits(typed)
      demand(digitsOf(secret) === digitsIn(typed), 'the digits are those of another secret')
    })
  },
})

const content = (chance: Chance): Box => ({
  notebook: pick(chance, ['Verein', 'ő'.repeat(200), '']),
  inviter: 'Helga',
  guest: pick(chance, ['Anna', '']),
  role: pick(chance, ['member', 'reader']),
  own: chance() < 0.5,
  helper: '',
  phone: '+49 1',
  language: 'pl',
  sign: plainPairFor('a').secret,
  signPoint: plainPairFor('a').point,
  agree: plainPairFor('b').secret,
  agreePoint: plainPairFor('b').point,
  space: idFor('space'),
  head: Buffer.from(bytesFor('head')).toString('hex'),
})

const padding = (chance: Chance): Bytes =>
  pick(chance, [new Uint8Array(), new Uint8Array(40), Uint8Array.of(0, 0, 1), noise(chance, 9)])

/** The box of a slip: whoever made it can put anything into it. The first byte says whether it is sealed as it is. */
export const box: TargetMaker = async () => {
  const material = (await epochKeyOf(0, bytesFor('box'))).material
  const keys = { id: idFor('slip'), box: await deriveKey(material, new Uint8Array(16), labels.box) }
  const aad = labelled(labels.box, fromHex(keys.id))
  const nonce = bytesFor('nonce').slice(0, 12)
  return {
    make: async (chance) => {
      const valid = await sealBox(keys, content(chance), (bytes) => bytes.fill(7))
      if (chance() < 0.3) return concat(Uint8Array.of(0), chance() < 0.3 ? valid : breakBytes(chance, valid))
      return concat(Uint8Array.of(1), breakJson(chance, content(chance)), padding(chance))
    },
    judge: async (input) => {
      const inside = input.slice(1)
      const sealed = input[0] === 1 ? await sealWith(keys.box, inside, aad, nonce) : inside
      return verdictOf(async () => {
        const opened = await openBox(keys, sealed)
        const plain = await openWith(keys.box, sealed, aad)
        const json = writeCanonical(opened)
        demandSame(json, plain.subarray(0, json.length), 'a box says another thing')
        demand(
          plain.subarray(json.length).every((byte) => byte === 0),
          'something stands behind it',
        )
      })
    },
  }
}

/** Sealed names of devices: whoever is admitted can put anything there. */
export const name: TargetMaker = async () => {
  const key = await epochKeyOf(0, bytesFor('name'))
  const [space, device] = [idFor('space'), idFor('device')]
  const nameKey = await deriveKey(key.material, fromHex(space), labels.name)
  const aad = concat(labelled(labels.name), fromHex(space), new Uint8Array(4), fromHex(device))
  const nonce = bytesFor('nonce').slice(0, 12)
  const said = { name: 'Žofie ő', device: 'tablet' as const }
  return {
    make: async (chance) => {
      const valid = await sealName(key, space, device, said, (bytes) => bytes.fill(7))
      if (chance() < 0.3) return concat(Uint8Array.of(0), chance() < 0.3 ? valid : breakBytes(chance, valid))
      return concat(Uint8Array.of(1), breakJson(chance, said), padding(chance))
    },
    judge: async (input) => {
      const inside = input.slice(1)
      const sealed = input[0] === 1 ? await sealWith(nameKey, inside, aad, nonce) : inside
      return verdictOf(async () => {
        const opened = await openName(key, space, device, sealed)
        demand([...opened.name].length <= 40, 'a name that is too long')
      })
    },
  }
}

/** Wrapped keys: only the one for this device and this place opens. */
export const wrap: TargetMaker = async () => {
  const mine = await deviceFor('mine')
  const place = { spaceId: idFor('space'), epoch: 0, headBefore: bytesFor('head') }
  const raw = bytesFor('key')
  const valid = await wrapKey(raw, mine.agreePublic, place)
  const foreign = await wrapKey(raw, (await deviceFor('other')).agreePublic, place)
  const chance0 = chanceFrom(1)
  return {
    make: async (chance) =>
      chance() < 0.1 ? valid : breakBytes(chance, valid, [foreign, noise(chance0, 113)]),
    judge: async (input) =>
      verdictOf(async () =>
        demandSame(await openWrap(input, mine.agree, place), raw, 'a wrap gives another key'),
      ),
  }
}
