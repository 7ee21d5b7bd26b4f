import type { Row } from '../../db/show.ts'
import { documentTypes, type DocumentType } from '../../records/kinds/document.ts'
import { nameFor } from '../../records/translated-words.ts'
import type { IconName } from '../../ui/icons.ts'
import { useText, type TextKey } from '../../ui/text.ts'

export const typeKeys: { readonly [type in DocumentType]: TextKey } = {
  agreement: 'chronicle.type.agreement',
  letter: 'chronicle.type.letter',
  article: 'chronicle.type.article',
  programme: 'chronicle.type.programme',
  picture: 'chronicle.type.picture',
  other: 'chronicle.type.other',
}

const typeIcons: { readonly [type in DocumentType]: IconName } = {
  agreement: 'heart-handshake',
  letter: 'mail',
  article: 'newspaper',
  programme: 'list',
  picture: 'image',
  other: 'book-open',
}

type Named = {
  readonly icon: IconName
  /** "Brief"; "Schriftstück" where nobody said more. */
  readonly type: string
  /** Its title, else what it is. */
  readonly name: string
  readonly titleLanguage: string | undefined
}

/** What a document is called in lists, in the reader's language where somebody translated it. */
export function useNames(): (row: Row) => Named {
  const { t, language } = useText()
  return (row) => {
    const { fields } = row
    const known = documentTypes.find((one) => one === fields['type']) ?? 'other'
    const type = known === 'other' ? t('chronicle.document') : t(typeKeys[known])
    const { name, lang } = nameFor(row, language)
    return {
      icon: typeIcons[known],
      type,
      name: name || type,
      titleLanguage: lang,
    }
  }
}
