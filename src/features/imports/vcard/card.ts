import { legacyName } from './encoding.ts'
import { limits } from './limits.ts'
import { rawText, type Property } from './property.ts'
import { cleanLine, unescapeText } from './text.ts'

/** A property of a card, decoded. */
export interface Field {
  property: Property
  /** The value as text with its escapes in place. */
  raw: string
  /** What an Apple card calls it: the X-ABLabel of the same group, or ''. */
  label: string
}

/** The languages of which the letters aren't in Windows-1252. */
const eastern = new Set(['pl', 'hu', 'cs', 'sk', 'sl', 'hr', 'ro'])

/** A card's properties by name. */
export class Card {
  readonly #byName = new Map<string, Property[]>()
  readonly #labels = new Map<string, string>()
  readonly #legacy: string

  /** `legacy` is the charset of bytes that aren't UTF-8, unless the card itself says which. */
  constructor(properties: readonly Property[], legacy: string) {
    this.#legacy = declaredLegacy(properties) ?? legacy
    for (const property of properties) {
      const same = this.#byName.get(property.name)
      if (same) {
        if (same.length < limits.sameName || property.name.endsWith('MEMBER')) same.push(property)
      } else this.#byName.set(property.name, [property])
    }
    for (const property of this.#byName.get('X-ABLABEL') ?? []) {
      // Apple wraps its own words: _$!<HomePage>!$_
      const word = rawText(property, this.#legacy)
        .replace(/^_\$!</, '')
        .replace(/>!\$_$/, '')
      this.#labels.set(property.group, cleanLine(unescapeText(word)))
    }
  }

  /** The properties of these names, the preferred ones first, otherwise as the card has them. */
  properties(...names: readonly string[]): Property[] {
    const found = names.flatMap((name) => this.#byName.get(name) ?? [])
    return found.sort((one, other) => one.rank - other.rank)
  }

  /** The same, decoded. */
  fields(...names: readonly string[]): Field[] {
    return this.properties(...names).map((property) => ({
      property,
      raw: rawText(property, this.#legacy),
      label: property.group === '' ? '' : (this.#labels.get(property.group) ?? ''),
    }))
  }

  /** The first value of these names that says something, on one line. '' if none does. */
  line(...names: readonly string[]): string {
    for (const name of names) {
      for (const { raw } of this.fields(name)) {
        const text = cleanLine(unescapeText(raw))
        if (text !== '') return text
      }
    }
    return ''
  }
}

function declaredLegacy(properties: readonly Property[]): string | undefined {
  for (const { params } of properties) {
    const charset = legacyName(params.get('CHARSET') ?? '')
    if (charset) return charset
  }
  const language = properties.map(({ params }) => languageOf(params)).find((found) => found !== '')
  return language !== undefined && eastern.has(language) ? 'windows-1250' : undefined
}

/** The primary subtag of a LANGUAGE parameter, or ''. */
export function languageOf(params: ReadonlyMap<string, string>): string {
  return (params.get('LANGUAGE') ?? '').toLowerCase().split(/[-_,]/)[0] ?? ''
}
