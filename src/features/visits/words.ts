import { textOf } from '../../records/fields.ts'
import { visitTypes, type VisitType } from '../../records/kinds/visit.ts'
import type { Fields } from '../../shared/value.ts'
import type { PictureName } from '../../ui/pictures.ts'
import type { TextKey, Translate } from '../../ui/text.ts'

export const typeKeys: { readonly [type in VisitType]: TextKey } = {
  delegation: 'visits.type.delegation',
  hostFamily: 'visits.type.hostFamily',
  private: 'visits.type.private',
  online: 'visits.type.online',
}

const pictures: { readonly [type in VisitType]: PictureName } = {
  delegation: 'group',
  hostFamily: 'coffee',
  private: 'cooking',
  online: 'video',
}

export const typeOf = (fields: Fields): VisitType | undefined =>
  visitTypes.find((type) => type === fields['type'])

/** The drawn picture that stands where a visit has no photo. */
export const pictureOf = (type: VisitType | undefined): PictureName => (type ? pictures[type] : 'coffee')

/** What kind of visit it was, as a word. */
export const typeWord = (fields: Fields, t: Translate): string => {
  const type = typeOf(fields)
  return type ? t(typeKeys[type]) : t('visits.visit')
}

/** What a list calls a visit: its title, else its type and its town, side by side so that no name is inflected. */
export const nameOf = (fields: Fields, t: Translate): string =>
  textOf(fields, 'title') || [typeWord(fields, t), textOf(fields, 'town')].filter(Boolean).join(', ')
