import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useLive } from '../../../db/live.ts'
import { useNotebook } from '../../../db/notebook.ts'
import { briefOf } from '../../../db/register/lines.ts'
import type { EntryRow } from '../../../db/register/tables.ts'
import { isPractice } from '../../../db/tables.ts'
import { publisherOf } from '../../../shared/register/statement.ts'
import { codeOf, publish, takeRegister } from '../../../sync/verbs.ts'
import { Button } from '../../../ui/button.tsx'
import { Rows, Section } from '../../../ui/rows.tsx'
import { useText } from '../../../ui/text.ts'
import { EntryLine } from '../entry-row.tsx'
import { Problem } from '../problem.tsx'
import type { OnHand } from '../use-register.ts'

function Orphan({ row, canWithdraw }: { row: EntryRow; canWithdraw: boolean }): JSX.Element {
  const { t } = useText()
  const [problem, setProblem] = useState<ReturnType<typeof codeOf>>()
  const [isBusy, setBusy] = useState(false)
  const brief = briefOf(row)
  const press = async (): Promise<void> => {
    if (isBusy) return
    setBusy(true)
    setProblem(undefined)
    const { entry, type, revision } = row
    try {
      await publish({ entry, type, revision: revision + 1, content: null })
      await takeRegister()
    } catch (reason) {
      setProblem(codeOf(reason))
    }
    setBusy(false)
  }
  return (
    <div class="stack tight">
      <Rows>{brief && <EntryLine brief={brief} />}</Rows>
      {problem && <Problem code={problem}>{t('register.stillThere')}</Problem>}
      {canWithdraw && (
        <Button writes danger icon="x" onPress={press}>
          {t('register.withdraw')}
        </Button>
      )}
    </div>
  )
}

type OrphansProps = { hand: OnHand; known: readonly string[]; canWithdraw: boolean }

/** What this notebook published and holds no more: erased, or lost with a backup that is older. It can be withdrawn all the same. */
export function Orphans({ hand, known, canWithdraw }: OrphansProps): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const { register } = hand
  const rows = useLive(async () => {
    if (isPractice(notebook)) return []
    const publisher = publisherOf(notebook.space)
    const own = await register.entries.where('publisher').equals(publisher).toArray()
    return own.filter(({ entry, state }) => state === 'published' && !known.includes(entry))
  }, [register, notebook, known.join()])
  if (!rows?.length) return null
  return (
    <Section title={t('register.own.orphans')}>
      <div class="stack">
        {rows.map((row) => (
          <Orphan key={row.entry} row={row} canWithdraw={canWithdraw} />
        ))}
      </div>
    </Section>
  )
}
