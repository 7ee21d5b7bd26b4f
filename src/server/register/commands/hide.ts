import { isId } from '../../../shared/ids.ts'
import { registerLimits } from '../../../shared/register/limits.ts'
import { isLine } from '../../../shared/register/text.ts'
import { optionIn, runCommand } from './command.ts'

const usage = 'npm run register:hide -- ID --reason TEXT, or npm run register:unhide -- ID'

// Takes an entry from view, or shows it again (--show). The publisher reads the reason.
await runCommand(async ({ words, store, now, mark }) => {
  const isShowing = words.includes('--show')
  const { value: reason, rest } = optionIn(
    words.filter((word) => word !== '--show'),
    'reason',
  )
  const [entry] = rest
  if (!isId(entry)) throw new Error(`which entry? ${usage}`)
  if (!isShowing && !isLine(registerLimits.reason, 3)(reason))
    throw new Error(`why? One line of 3 to ${registerLimits.reason} characters. ${usage}`)
  const isThere = await store.hide(entry, isShowing ? null : (reason ?? ''), { at: now, mark: mark() })
  if (!isThere) throw new Error(`there is no entry ${entry}`)
  return `${isShowing ? 'shown again' : 'hidden'}: ${entry}`
})
