import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { codeOf, makeSheet, type Sheet } from '../../sync/verbs.ts'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { State } from '../../ui/status.tsx'
import { useText } from '../../ui/text.ts'
import { Nothing } from './nothing.tsx'
import { Problem, type Code } from './problem.tsx'
import { SheetPaper } from './sheet-paper.tsx'
import { TrySheet } from './sheet-try.tsx'
import { useTogether } from './use-circle.ts'

function Make({ onMade }: { onMade: (sheet: Sheet) => void }): JSX.Element {
  const { t } = useText()
  const [problem, setProblem] = useState<Code>()
  const [isBusy, setBusy] = useState(false)
  const press = async (): Promise<void> => {
    if (isBusy) return
    setBusy(true)
    setProblem(undefined)
    await makeSheet().then(onMade, (reason: unknown) => setProblem(codeOf(reason)))
    setBusy(false)
  }
  return (
    <form class="page stack" onSubmit={(event) => event.preventDefault()}>
      <h2>{t('members.sheet.title')}</h2>
      <p>{t('members.sheet.what')}</p>
      <p>{t('members.sheet.keep')}</p>
      <p>{t('members.sheet.key')}</p>
      {problem && <Problem code={problem} />}
      {isBusy && (
        <State look="moving" icon="refresh-cw">
          {t('members.sheet.busy')}
        </State>
      )}
      <Button primary submit icon="plus" onPress={press}>
        {t('members.sheet.make')}
      </Button>
    </form>
  )
}

/** Making a recovery sheet: what it is, the paper, and whether it can be read. Its secret is shown this once. */
export function SheetSteps(): JSX.Element | null {
  const { t } = useText()
  const together = useTogether()
  const [made, setMade] = useState<Sheet>()
  const [isTrying, setTrying] = useState(false)
  if (!together) return null
  if (made && isTrying) return <TrySheet title={t('members.sheet.step3')} onBack={() => setTrying(false)} />
  if (made)
    return (
      <SheetPaper
        sheet={made}
        notebook={together.name}
        onAgain={() => setMade(undefined)}
        onNext={() => setTrying(true)}
      />
    )
  return (
    <Page title={t('members.sheet.step1')} parent="/members">
      {together.role === 'coordinator' && together.safety.isShared ? <Make onMade={setMade} /> : <Nothing />}
    </Page>
  )
}

/** Trying out a sheet that was printed before. */
export function SheetTry(): JSX.Element {
  const { t } = useText()
  return <TrySheet title={t('members.sheet.tryTitle')} />
}
