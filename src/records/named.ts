import type { Fields } from '../shared/value.ts'
import { textOf } from './fields.ts'

/** Whether a person agreed to being named in reports: `namedOn` is the day on which they did. */
export const mayBeNamed = (fields: Fields): boolean => textOf(fields, 'namedOn') !== ''
