import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { remove } from '../../db/bin.ts'
import { listOf } from '../../db/find.ts'
import { useNotebook } from '../../db/notebook.ts'
import { Page } from '../../ui/page.tsx'
import { go, replace } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'
import { offerUndo } from '../../ui/undo.tsx'
import { findCandidates, tickedFirst, type Candidate, type Found } from './candidates.ts'
import { Check } from './check.tsx'
import { Choose } from './choose.tsx'
import { Done, Working, type Work } from './done.tsx'
import type { Reading } from './read-file.ts'
import { useSay } from './say.ts'
import { take, type Progress, type Taken } from './take.ts'

type Stage = {
  readonly found?: Found | undefined
  readonly working?: Work
  readonly taken?: Taken
  readonly isTakenBack?: boolean
}

/** Brings people in from a contact file: choose it, check what is in it, done. */
export function ContactsIn({ params }: { params: { step?: string } }): JSX.Element {
  const { t, language } = useText()
  const say = useSay()
  const notebook = useNotebook()
  const [{ found, working, taken, isTakenBack = false }, setStage] = useState<Stage>({})
  const isHere = useRef(true)
  useEffect(() => () => void (isHere.current = false), [])

  const check = async ({ cards, unreadable }: Extract<Reading, { ok: true }>): Promise<void> => {
    const here = (await listOf(notebook, 'person')).map((row) => row.fields)
    if (!isHere.current) return
    const candidates = findCandidates(cards, here, language)
    setStage({ found: { candidates, unreadable, ticked: tickedFirst(candidates), withGroups: true } })
    go('/contacts-in/check')
  }

  const takeThem = async (people: readonly Candidate[], withGroups: boolean): Promise<void> => {
    setStage({ found, working: {} })
    try {
      const onPhotos = (photos: Progress): void => setStage({ found, working: { photos } })
      const result = await take(notebook, people, { withGroups, say, onPhotos })
      offerUndo(t('imports.taken', { count: result.people }), async () => {
        const show = (next: Stage): void => setStage((stage) => (stage.taken === result ? next : stage))
        show({ taken: result, working: { isTakingBack: true } })
        await remove(notebook, result.records)
        show({ taken: result, isTakenBack: true })
      })
      setStage({ taken: result })
      // Whoever went on to another screen meanwhile is left there, and told by the line with the offer.
      if (isHere.current) replace('/contacts-in/done')
    } catch (error) {
      setStage({ found })
      throw error
    }
  }

  return (
    <Page title={t('imports.title')} parent={params.step ? '/contacts-in' : '/more'}>
      {working ? (
        <Working {...working} />
      ) : taken && params.step === 'done' ? (
        <Done taken={taken} isTakenBack={isTakenBack} />
      ) : found && params.step === 'check' ? (
        <Check found={found} onChange={(next) => setStage({ found: next })} onTake={takeThem} />
      ) : (
        <Choose onRead={check} />
      )}
    </Page>
  )
}
