import { textOf } from '../../records/fields.ts'
import type { Language } from '../../shared/language.ts'
import type { Fields } from '../../shared/value.ts'
import { ownZone } from '../../shared/zone.ts'
import type { Translate } from '../../ui/text.ts'
import { whenAtReader, type When } from '../../ui/when.ts'

/** When, on the place's clock first; where the reader's clock shows something else, whose clock that is, and the reader's. */
export function whenLines(
  words: string,
  when: When,
  fields: Fields,
  language: Language,
  t: Translate,
): { place: string; reader: string } {
  const reader = whenAtReader(when, language, t, ownZone())
  const place = textOf(fields, 'town') || textOf(fields, 'place')
  return { place: reader && place ? t('ui.when.inPlace', { time: words, place }) : words, reader }
}
