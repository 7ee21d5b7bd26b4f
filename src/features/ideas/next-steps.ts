import type { Row } from '../../db/show.ts'
import { textOf } from '../../records/fields.ts'
import { fold } from '../../shared/fold.ts'

/** A step as a line of the sheet says it: what, and whose task it is, '' where the line names nobody. */
export type LineStep = { readonly text: string; readonly who: string }

/** What stands before a line of a list: a dash, a dot, a number. */
const bullet = /^\s*(?:[-–—•*·]|\d{1,2}[.)])\s+/

const letters = (name: string): string => fold(name).trim()

/** Whether a name stands in a text as whole words. */
function isNamed(text: string, name: string): boolean {
  const words = letters(name)
  if (!words) return false
  // A hyphen binds: "Anna Nowak-Lis" is not "Anna Nowak".
  const spaced = (one: string): string => ` ${one.replace(/[^\p{L}\p{N}-]+/gu, ' ').trim()} `
  return spaced(letters(text)).includes(spaced(words))
}

/** Takes the name out where it stands apart: "Anna Nowak: Bus bestellen", "Bus bestellen (Anna Nowak)". */
function withoutName(line: string, name: string): string {
  const [, before = '', behind = ''] = /^([^:]+):\s+(\S.*)$/.exec(line) ?? []
  if (letters(before) === letters(name)) return behind.trim()
  const [, what = '', inBrackets = ''] = /^(.*\S)\s*\(([^()]*)\)\.?$/.exec(line) ?? []
  return letters(inBrackets) === letters(name) ? what.trim() : line
}

/** `apart`: a first name alone, which counts only where it stands apart; within a text it may be anybody's. */
type Named = { readonly id: string; readonly name: string; readonly apart: boolean }

/** By which names each person is known here: the whole one, and the first name where only one of the sheet's people bears it. */
function namesOf(people: readonly Row[], own: ReadonlySet<string>): Named[] {
  const given = people
    .filter(({ id }) => own.has(id))
    .map(({ id, fields }) => ({ id, name: textOf(fields, 'givenName'), apart: true }))
  const alone = given.filter(
    ({ name }) => given.filter((other) => letters(other.name) === letters(name)).length === 1,
  )
  const whole = people.map(({ id, label }) => ({ id, name: label, apart: false }))
  // The longest first: "Anna Maria Nowak" is not "Maria Nowak".
  return [...whole.sort((a, b) => b.name.length - a.name.length), ...alone]
}

/**
 * The steps of a sheet, one a line. Who does it is recognised where the line names a person of the notebook, or one of the
 * sheet's own people by the first name alone; any other name stays in the text.
 */
export function stepsIn(text: string, people: readonly Row[], own: readonly string[]): LineStep[] {
  const names = namesOf(people, new Set(own))
  return text
    .split('\n')
    .map((line) => line.replace(bullet, '').trim())
    .filter(Boolean)
    .map((line) => {
      const found = names.find(
        ({ name, apart }) => isNamed(line, name) && (!apart || withoutName(line, name) !== line),
      )
      return found ? { text: withoutName(line, found.name), who: found.id } : { text: line, who: '' }
    })
}
