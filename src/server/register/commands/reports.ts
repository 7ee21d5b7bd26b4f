import { shownText } from '../../../shared/register/text.ts'
import { optionIn, runCommand } from './command.ts'

/** What a terminal may be told: nothing in it moves the cursor. */
const plain = (text: string): string => shownText(text).replace(/\p{Cc}+/gu, ' ')

// npm run register:reports: what was reported. --done NUMBER drops one that was seen to.
await runCommand(async ({ words, store }) => {
  const { value } = optionIn(words, 'done')
  if (words.includes('--done')) {
    if (!(await store.dropReport(Number(value)))) throw new Error(`there is no report ${value ?? ''}`)
    return `done: ${value}`
  }
  const reports = await store.reports()
  if (reports.length === 0) return 'no reports'
  return reports
    .map(
      ({ id, entry, text, mail, at }) =>
        `${id}  ${new Date(at).toISOString()}  ${entry}  ${plain(mail)}\n    ${plain(text)}`,
    )
    .join('\n')
})
