import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useOpen } from '../../db/notebook.ts'
import { problemOf } from '../../db/problem.ts'
import { isPractice } from '../../db/tables.ts'
import { Button, Buttons } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { Picture } from '../../ui/picture.tsx'
import { practise } from '../../ui/practise.ts'
import { State } from '../../ui/status.tsx'
import { useText } from '../../ui/text.ts'
import { Exercises } from './exercises.tsx'
import { Filling, type Count } from './filling.tsx'

const home = '/practice'

/** Does a job that counts, one at a time; what goes wrong is told where everything is told. */
function useCounted(): [Count | undefined, (job: (tell: (count: Count) => void) => Promise<void>) => void] {
  const { onProblem } = useOpen()
  const [count, setCount] = useState<Count>()
  const run = (job: (tell: (count: Count) => void) => Promise<void>): void => {
    if (count) return
    setCount({ done: 0, of: 0 })
    job(setCount)
      .catch((error: unknown) => onProblem(problemOf(error)))
      .finally(() => setCount(undefined))
  }
  return [count, run]
}

function Begin(): JSX.Element {
  const { t, language } = useText()
  const example = { text: t('practice.example'), language }
  const open = useOpen()
  const [count, run] = useCounted()
  const begin = async (tell: (count: Count) => void): Promise<void> => {
    const { begin: fillFirst } = await import('./begin.ts')
    await fillFirst(open, example, (done, of) => tell({ done, of }))
    await practise(true, home)
  }
  return (
    <>
      <div role="status">{count && <Filling count={count} />}</div>
      <Button primary onPress={() => run(begin)}>
        {t('practice.begin')}
      </Button>
    </>
  )
}

function Practising(): JSX.Element {
  const { t, language } = useText()
  const example = { text: t('practice.example'), language }
  const { notebook, device } = useOpen()
  const [count, run] = useCounted()
  const [isAgain, setIsAgain] = useState(false)
  const again = async (tell: (count: Count) => void): Promise<void> => {
    setIsAgain(false)
    const { fillPractice } = await import('./fill.ts')
    await fillPractice(notebook, device, example, (done, of) => tell({ done, of }))
    setIsAgain(true)
  }
  return (
    <>
      <Exercises />
      <Buttons column>
        <Button icon="undo-2" onPress={() => run(again)}>
          {t('practice.again')}
        </Button>
        <div role="status">
          {count && <Filling count={count} />}
          {isAgain && (
            <State look="shared" icon="check">
              {t('practice.isAgain')}
            </State>
          )}
        </div>
        <Button primary onPress={() => practise(false)}>
          {t('practice.end')}
        </Button>
      </Buttons>
    </>
  )
}

/** What practising is, its beginning and its end. */
export function Practice(): JSX.Element {
  const { t } = useText()
  const { notebook } = useOpen()
  return (
    <Page title={t('practice.title')} parent="/more">
      <div class="page stack">
        <Picture name="group" look="aside" />
        <div class="stack tight">
          <p>{t('practice.what')}</p>
          <p>{t('practice.free')}</p>
          <p>{t('practice.safe')}</p>
        </div>
        {isPractice(notebook) ? <Practising /> : <Begin />}
      </div>
    </Page>
  )
}
