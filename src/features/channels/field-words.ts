import type { FieldWords } from '../../ui/field-words.ts'
import { sayChoice, sayRecord } from '../../ui/sayings.ts'
import { wordsOfUse } from '../../ui/use-words.ts'

/** How the fields of a channel are called and said. */
export const channelWords: FieldWords = {
  name: { name: 'channels.name' },
  address: { name: 'channels.address' },
  use: { name: 'channels.use', say: sayChoice(wordsOfUse) },
  owner: { name: 'channels.owner', say: sayRecord },
  deputy: { name: 'channels.deputy', say: sayRecord },
  access: { name: 'channels.access', long: true },
}
