import { Malformed } from '../../shared/bytes.ts'
import { isKindName, isName, isValue } from '../../shared/fields.ts'
import { isId } from '../../shared/ids.ts'
import type { Seen } from '../merge.ts'
import type { PhotoBytes } from '../save.ts'
import { fits } from './entry.ts'
import { Refusal, type Entry, type Picture } from './format.ts'
import { fromBase64, isPicture } from './pictures.ts'

type Map = Record<string, unknown>

const isMap = (value: unknown): value is Map =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const hasOnly = (map: Map, needed: readonly string[], optional: readonly string[] = []): boolean =>
  needed.every((name) => Object.hasOwn(map, name)) &&
  Object.keys(map).every((name) => needed.includes(name) || optional.includes(name))

const isoForm = /^(\d{4}|\+\d{6})-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

/** Whether this is a time as `toISOString` writes it, since 1970. */
export const isTime = (value: unknown): value is string =>
  typeof value === 'string' && isoForm.test(value) && Date.parse(value) >= 0

function isField(name: string, value: unknown): boolean {
  if (!isName(name) || !isValue(value) || !fits(name, value)) return false
  return name !== 'deletedAt' || value === null || typeof value === 'number'
}

const isOther = (field: string, value: unknown): boolean =>
  isMap(value) &&
  hasOnly(value, ['value', 'changed']) &&
  isTime(value['changed']) &&
  isField(field, value['value'])

/** Whether every name is one of the fields and every value is right; also if there are none. */
const isOfFields = (
  fields: Map,
  map: unknown,
  isRight: (value: unknown, field: string) => boolean,
): boolean =>
  map === undefined ||
  (isMap(map) &&
    Object.entries(map).every(([field, value]) => Object.hasOwn(fields, field) && isRight(value, field)))

const isPictureEntry = (value: unknown): boolean =>
  isMap(value) &&
  hasOnly(value, ['type', 'bytes']) &&
  typeof value['type'] === 'string' &&
  typeof value['bytes'] === 'string'

const isPhoto = (value: unknown): boolean =>
  value === undefined ||
  (isMap(value) &&
    hasOnly(value, ['full', 'thumb']) &&
    isPictureEntry(value['full']) &&
    isPictureEntry(value['thumb']))

const isStamp = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{32}:(-?[1-9]\d{0,15}|0)$/.test(value)

const isStamps = (value: unknown): boolean => Array.isArray(value) && value.every(isStamp)

/** A list of names for what is shown of a field, and one for each of the others. */
const isStampsOf = (others: unknown, value: unknown, field: string): boolean => {
  const list = isMap(others) ? others[field] : undefined
  return (
    Array.isArray(value) &&
    value.every(isStamps) &&
    value.length === 1 + (Array.isArray(list) ? list.length : 0)
  )
}

/** Names of versions by field, also of fields in which nothing stands any more. */
const isAhead = (value: unknown): boolean =>
  value === undefined ||
  (isMap(value) && Object.entries(value).every(([field, list]) => isName(field) && isStamps(list)))

const optional = ['times', 'others', 'stamps', 'ahead', 'isBegun', 'photo']

function isEntry(value: unknown): value is Entry {
  if (!isMap(value) || !hasOnly(value, ['id', 'kind', 'changed', 'fields'], optional)) return false
  const { id, kind, changed, fields, times, others, stamps, ahead, isBegun, photo } = value
  return (
    isId(id) &&
    isKindName(kind) &&
    isTime(changed) &&
    isMap(fields) &&
    Object.entries(fields).every(([field, one]) => isField(field, one)) &&
    isOfFields(fields, times, isTime) &&
    isOfFields(
      fields,
      others,
      (list, field) => Array.isArray(list) && list.every((one) => isOther(field, one)),
    ) &&
    isOfFields(fields, stamps, (list, field) => isStampsOf(others, list, field)) &&
    isAhead(ahead) &&
    (isBegun === undefined || (isBegun === true && photo === undefined)) &&
    isPhoto(photo)
  )
}

/** How far a device had the changes of each: a map of ids to whole numbers. */
export const isSeen = (value: unknown): value is Seen =>
  isMap(value) &&
  Object.entries(value).every(
    ([device, seq]) => isId(device) && Number.isSafeInteger(seq) && Number(seq) >= 0,
  )

/** The value of a line of JSON. Throws Refusal. */
export function parseLine(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch (cause) {
    throw new Refusal('broken', cause)
  }
}

/** The entry on a line of a backup. Throws Refusal unless everything in it is right, but for the photo's bytes. */
export function readEntry(line: string): Entry {
  const value = parseLine(line.trimEnd().replace(/,$/, ''))
  if (!isEntry(value)) throw new Refusal('broken')
  return value
}

function pictureOf(id: string, { type, bytes }: Picture): PhotoBytes['full'] {
  const picture = { id, type, bytes: fromBase64(bytes) }
  if (!isPicture(type, picture.bytes)) throw new Malformed('no picture of that type')
  return picture
}

/** The bytes of an entry's photo, if it has one. Throws Refusal if they are no picture. */
export function photoOf({ id, photo }: Entry): PhotoBytes | undefined {
  try {
    return photo && { full: pictureOf(id, photo.full), thumb: pictureOf(id, photo.thumb) }
  } catch (cause) {
    throw new Refusal('broken', cause)
  }
}
