import type { FieldWords } from '../../ui/field-words.ts'
import { sayRecord } from '../../ui/sayings.ts'

/** How the fields of a channel are called and said. */
export const channelWords: FieldWords = {
  name: { name: 'channels.name' },
  address: { name: 'channels.address' },
  owner: { name: 'channels.owner', say: sayRecord },
  deputy: { name: 'channels.deputy', say: sayRecord },
  access: { name: 'channels.access', long: true },
}
