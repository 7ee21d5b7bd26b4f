import type { Feature } from './feature.ts'
import type { FieldWords } from './field-words.ts'
import { withTranslations } from './translated-words.ts'

/** The words for the fields of a kind, from the feature whose it is. A kind of a newer version of the app has none. */
export async function loadFieldWords(features: readonly Feature[], kind: string): Promise<FieldWords> {
  const details = features.find((feature) => feature.kindKeys?.[kind])?.details
  return withTranslations((await (await details?.())?.details.fieldWords?.[kind]?.()) ?? {})
}
