import type { Form } from '../../../db/form.ts'
import type { EntryType } from '../../../shared/register/words.ts'
import type { Material } from './material.ts'

/** What each part of the form works on; `isTried` once somebody wanted to be done. */
export type PartProps = {
  readonly form: Form
  readonly type: EntryType
  readonly material: Material
  readonly isTried: boolean
}
