import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { countAll } from '../../db/overview.ts'
import { isPractice } from '../../db/tables.ts'
import { readSafety } from '../../sync/status.ts'
import type { Greeting } from '../../sync/verbs.ts'
import { Button } from '../../ui/button.tsx'
import { Tick } from '../../ui/choices.tsx'
import { TextField } from '../../ui/field.tsx'
import { useText } from '../../ui/text.ts'

/** Who comes, and whether what was written here comes along. */
export type Who = { readonly name: string; readonly take: boolean }

/** How much was written here for nobody but oneself: only that may be taken along. */
function useMine(): number {
  const notebook = useNotebook()
  const count = useLive(async () => {
    if (isPractice(notebook) || (await readSafety(notebook)).isShared) return 0
    return (await countAll(notebook)).entries
  }, [notebook])
  return count ?? 0
}

type AskWhoProps = { greeting: Greeting; who: Who; onNext: (who: Who) => void }

/** The name, filled in as the inviter typed it, and what to take along. */
export function AskWho({ greeting, who, onNext }: AskWhoProps): JSX.Element {
  const { t } = useText()
  const [name, setName] = useState(who.name)
  const [take, setTake] = useState(who.take)
  const [looked, setLooked] = useState(false)
  const mine = useMine()
  const mayTake = mine > 0 && greeting.role !== 'reader'
  const press = (): void => {
    setLooked(true)
    if (name.trim()) onNext({ name: name.trim(), take: take && mayTake })
  }
  return (
    <form class="page stack ask-form" onSubmit={(event) => event.preventDefault()}>
      <h1>{t('join.who')}</h1>
      <TextField
        label={t('join.name')}
        hint={t(greeting.own ? 'join.nameOwnHint' : 'join.nameHint')}
        most={40}
        autocomplete="name"
        value={name}
        message={looked && !name.trim() ? t('join.nameMissing') : undefined}
        onInput={setName}
      />
      {mayTake && (
        <Tick
          label={t('join.take', { count: mine })}
          hint={t('join.takeHint', { notebook: greeting.notebook })}
          ticked={take}
          onTick={setTake}
        />
      )}
      <Button primary submit onPress={press}>
        {t('join.next')}
      </Button>
    </form>
  )
}
