import { textOf, tickedIn } from '../../../records/fields.ts'
import { entryTypeOf } from '../../../records/kinds/publication.ts'
import { pageAddress } from '../../../shared/page-address.ts'
import { isMailAddress, isPhoneNumber, isWebAddress } from '../../../shared/register/text.ts'
import { registerLimits } from '../../../shared/register/limits.ts'
import type { Fields } from '../../../shared/value.ts'

export type Field = 'association' | 'title' | 'towns' | 'mail' | 'web' | 'phone'

const isBlank = (fields: Fields, name: string): boolean => textOf(fields, name).trim() === ''

const rules: { readonly [field in Field]: (fields: Fields) => boolean } = {
  association: (fields) => isBlank(fields, 'association'),
  title: (fields) => entryTypeOf(fields) !== 'partnership' && isBlank(fields, 'title'),
  towns: (fields) => entryTypeOf(fields) === 'partnership' && tickedIn(fields, 'towns').length < 2,
  mail: (fields) => !isMailAddress(textOf(fields, 'mail').trim()),
  phone: (fields) => !isPhoneNumber(textOf(fields, 'phone').trim()),
  web: (fields) => {
    if (isBlank(fields, 'web')) return false
    const address = pageAddress(textOf(fields, 'web'))
    return address === '' || !isWebAddress(registerLimits.address)(address)
  },
}

/** Whether a field can't go into the register as it is; without one, whether any can't. */
export const isWrong = (fields: Fields, field?: Field): boolean =>
  field ? rules[field](fields) : Object.values(rules).some((rule) => rule(fields))
